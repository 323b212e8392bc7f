import { ArrowLeftRight, Check, ShieldAlert } from "lucide-react";
import { MessagePage } from "@/components/layout/message-page";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LogoTile } from "@/components/ui/logo-tile";
import { Mark } from "@/components/layout/mark";
import type { ConnectPage } from "@/server/oauth/get-connect-page";

/** Who asks, for which account, to do what; one button. It works without scripts. */
export function ConnectCard({ action, page }: { action: string; page: ConnectPage }) {
  const { connector, workspaceName } = page;
  if (page.ended !== null) {
    return (
      <MessagePage actions={null} title={`Connect ${connector.name}`}>
        <p>{page.ended}</p>
      </MessagePage>
    );
  }
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-4 py-12" id="main">
      <div className="w-full max-w-[26rem]">
        <div aria-hidden className="flex items-center gap-3 text-faint">
          <Mark size={40} />
          <ArrowLeftRight size={18} />
          <LogoTile logo={connector.logo} />
        </div>
        <h1 className="mt-6 text-xl">
          {page.isReconnect ? "Reconnect" : "Connect"} your {connector.name} account
        </h1>
        {page.isSandbox ? <Badge className="mt-2">Sandbox: an emulated {connector.name}</Badge> : null}
        <p className="mt-1.5 text-muted">
          The workspace <strong className="font-medium text-ink">{workspaceName}</strong> asks for access. You sign in at {connector.name}; your password is not seen here.
        </p>
        {page.scopes.length > 0 ? <ScopeList scopes={page.scopes} workspaceName={workspaceName} /> : null}
        <form action={action} className="mt-6 grid" method="post">
          <Button size="lg" type="submit" variant="primary">
            Continue to {connector.name}
          </Button>
        </form>
        <p className="mt-3 text-faint text-sm">
          Not expecting this? Close the page and nothing happens. The link works once, for ten minutes.
        </p>
      </div>
    </main>
  );
}

function ScopeList({ scopes, workspaceName }: Pick<ConnectPage, "scopes" | "workspaceName">) {
  return (
    <section aria-label={`What ${workspaceName} will be able to do`} className="mt-5">
      <h2 className="font-medium text-sm">It will be able to</h2>
      <ul className="mt-2 divide-y rounded-lg border bg-surface-raised">
        {scopes.map(({ value, meaning, isSensitive }) => (
          <li className="flex items-start gap-2.5 px-3.5 py-2.5" key={value}>
            {isSensitive ? <ShieldAlert aria-hidden className="mt-0.5 shrink-0 text-warning" size={16} /> : <Check aria-hidden className="mt-0.5 shrink-0 text-positive" size={16} />}
            <span>
              {meaning}
              {isSensitive ? <span className="text-warning text-sm"> · sensitive</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
