import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import type { AuthOptionView } from "@/server/catalog/schema";

type OAuthAppMissingProps = {
  connectorName: string;
  picker: ReactNode;
  otherWay: AuthOptionView | undefined;
  onOtherWay: (() => void) | undefined;
};

/** For a member: nobody registered this workspace at the vendor yet. Whom to ask, and the way that works today. */
export function OAuthAppMissing({ connectorName, picker, otherWay, onOtherWay }: OAuthAppMissingProps) {
  const trpc = useTRPC();
  const members = useQuery(trpc.workspaces.members.queryOptions());
  const admins = (members.data ?? []).filter(({ role }) => role === "owner" || role === "admin");
  return (
    <>
      <DialogBody className="grid grid-cols-1 gap-5">
        {picker}
        <Banner title={`${connectorName} is not set up for one-click sign-in yet`} tone="info">
          <p>An admin registers this workspace at {connectorName} once, in about five minutes. After that everyone connects with one click.</p>
          {admins.length > 0 ? (
            <>
              <p className="mt-2">Whom to ask:</p>
              <ul className="mt-0.5">
                {admins.slice(0, 5).map(({ id, name, email }) => (
                  <li key={id}>
                    <span className="text-ink">{name}</span>, <a className="underline decoration-border underline-offset-[3px] hover:decoration-current" href={`mailto:${email}?subject=${encodeURIComponent(`Patchbay: please set up ${connectorName}`)}`}>{email}</a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Banner>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Close</Button>
        </DialogClose>
        {otherWay && onOtherWay ? (
          <Button data-first-action="" onClick={onOtherWay} variant="primary">
            Use {article(otherWay.label)} instead
          </Button>
        ) : null}
      </DialogFooter>
    </>
  );
}

/** "Personal access token" → "a personal access token", "API key" → "an API key". */
function article(label: string): string {
  const word = /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;
}
