import type { ReactNode } from "react";
import { CodeTabs } from "@/components/ui/code-tabs";
import { CopyField } from "@/components/ui/copy-field";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";

/** How to send a first request, and what holds for all of them. */
export function StartHere({ origin }: { origin: string }) {
  return (
    <Section className="scroll-mt-16 lg:scroll-mt-6" description="Three steps to a first answer." id="start" title="Start here">
      <ol className="grid gap-6">
        <Step number={1} title="Make an API key">
          <p className="max-w-reading text-muted">
            An admin makes one under <TextLink href="/settings/api-keys">Settings, API keys</TextLink>. It belongs to one workspace, and its scopes say what it may do. It is shown once: keep it in a secret store, never in a page or a repository.
          </p>
        </Step>
        <Step number={2} title="Send it with every request">
          <p className="max-w-reading text-muted">
            As the header <Code>Authorization: Bearer …</Code>, to this address:
          </p>
          <CopyField className="max-w-md" value={origin} what="address" />
          <CodeTabs samples={samples(origin)} />
        </Step>
        <Step number={3} title="Read the answer">
          <p className="max-w-reading text-muted">
            Answers are JSON with <Code>success</Code>. Lists have a <Code>nextCursor</Code>: send it as <Code>cursor</Code> for the next page, until it is null. Times are ISO 8601 in UTC. A header <Code>x-request-id</Code> is on each answer: the server's log has the rest under it. What the proxy passes on carries <Code>x-patchbay-call</Code> instead, the call's id under Activity.
          </p>
        </Step>
      </ol>
      <p className="mt-6 max-w-reading text-muted">
        This page can also send requests with your own session: open a line below and press Try it. In code, a session works only from this site, and requests that change something need its <Code>Origin</Code>; <Code>X-Workspace</Code> picks the workspace. Tools read the same reference as <TextLink href={`${origin}/api/openapi.json`}>OpenAPI 3.1</TextLink>.
      </p>
    </Section>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
      <span aria-hidden className="tabular text-muted">
        {number}.
      </span>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h3 className="-mb-2 font-medium text-base tracking-normal leading-[1.3125rem]">{title}</h3>
        {children}
      </div>
    </li>
  );
}

function Code({ children }: { children: string }) {
  return <code className="break-words rounded-sm bg-hover px-1 py-px font-mono text-[0.92em] text-ink">{children}</code>;
}

function samples(origin: string) {
  return [
    { label: "curl", code: `export PATCHBAY_API_KEY=pb_…\ncurl ${origin}/api/connections \\\n  -H "Authorization: Bearer $PATCHBAY_API_KEY"` },
    { label: "JavaScript", code: `const response = await fetch("${origin}/api/connections", {\n  headers: { Authorization: \`Bearer \${process.env.PATCHBAY_API_KEY}\` },\n});\nconst { connections } = await response.json();` },
    { label: "Python", code: `import os\nimport requests\n\nresponse = requests.get(\n    "${origin}/api/connections",\n    headers={"Authorization": f"Bearer {os.environ['PATCHBAY_API_KEY']}"},\n)\nconnections = response.json()["connections"]` },
  ];
}
