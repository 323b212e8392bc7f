import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { TextLink } from "@/components/ui/text-link";
import type { ConnectorView } from "@/server/catalog/schema";
import { describeWebhook } from "./describe-webhook";

/** What else to know of the vendor: limits, webhooks, its MCP server, its documentation. */
export function ConnectorFacts({ connector }: { connector: ConnectorView }) {
  const { name, auth, rateLimit, webhook, mcp, docsUrl, website, defaultVisibility } = connector;
  return (
    <aside aria-label={`About ${name}`}>
      <dl className="grid gap-5 text-sm lg:sticky lg:top-8">
        <Fact label="Ways to connect">
          <ul>
            {auth.map(({ kind, label }) => (
              <li key={kind}>{label}</li>
            ))}
          </ul>
        </Fact>
        <Fact label="Who sees a connection">{defaultVisibility === "private" ? "Only who made it, unless they share it" : "Everyone in the workspace, unless it is made private"}</Fact>
        {rateLimit ? <Fact label="Limits">{rateLimit.summary}</Fact> : null}
        {webhook ? (
          <Fact label="Webhooks">
            <span className="block">{describeWebhook(name, webhook)}</span>
            {webhook.algorithm === "none" ? null : <span className="mt-1 block text-muted">{webhook.key}.</span>}
          </Fact>
        ) : null}
        {mcp ? (
          <Fact label="Official MCP server">
            <span className="flex items-start justify-between gap-2">
              <code className="min-w-0 break-words font-mono text-xs leading-7">{mcp.url}</code>
              <CopyButton className="-mr-1.5" value={mcp.url} what="address of the MCP server" />
            </span>
            {mcp.note ? <span className="text-muted">{mcp.note}</span> : null}
          </Fact>
        ) : null}
        <Fact label="Elsewhere">
          <ul className="grid gap-1">
            <li>
              <TextLink href={docsUrl}>API documentation</TextLink>
            </li>
            <li>
              <TextLink href={website}>{new URL(website).hostname.replace(/^www\./, "")}</TextLink>
            </li>
          </ul>
        </Fact>
      </dl>
    </aside>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-faint">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
