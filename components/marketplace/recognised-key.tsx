import { KeyRound, LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import { LogoTile } from "@/components/ui/logo-tile";
import type { ConnectorSummary } from "@/server/catalog/schema";

type RecognisedKeyProps = { connector: ConnectorSummary; action: ReactNode };

/** Somebody pasted a key instead of typing a name: says whose it is and offers to go on with it. */
export function RecognisedKey({ connector, action }: RecognisedKeyProps) {
  const { name, logo, authKinds } = connector;
  const article = /^[aeiou]/i.test(name) ? "an" : "a";
  return (
    <section aria-label="Recognised key" className="rounded-lg border border-accent bg-accent-subtle p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <LogoTile logo={logo} />
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="flex items-center gap-1.5 text-base">
            <KeyRound aria-hidden className="shrink-0 text-accent" size={15} />
            This looks like {article} {name} {authKinds.includes("database") ? "connection string" : "key"}
          </h2>
          <p className="mt-0.5 flex items-start gap-1.5 text-muted text-sm">
            <LockKeyhole aria-hidden className="mt-1 shrink-0" size={12} />
            It has not left this browser, and is not in the address of the page.
          </p>
        </div>
        {action}
      </div>
    </section>
  );
}
