import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

/** Somebody has an account here: the setup link is of no use any more. */
export function SetupDone() {
  return (
    <MessagePage
      actions={
        <Button asChild variant="primary">
          <Link href="/sign-in">Sign in</Link>
        </Button>
      }
      title="Patchbay is set up already"
    >
      <p>The first account was made. If that was not you, ask an admin of your workspace for an invitation link.</p>
    </MessagePage>
  );
}

/** Without the right link: says where it is printed. */
export function SetupHint({ isWrong }: { isWrong: boolean }) {
  return (
    <MessagePage actions={null} title={isWrong ? "This setup link is not the right one" : "Open the setup link"}>
      <div className="grid gap-3">
        <p>
          {isWrong ? "It may be cut off, or belong to another installation. " : "Nobody has an account here yet, and only who runs the server may make the first one. "}
          The server prints the link at every start until then: look in the terminal where it runs, or in its log, for this line:
        </p>
        <p className="rounded-lg border bg-surface-sunken px-3.5 py-3 font-mono text-ink text-sm">Nobody has an account here yet. Open this link to make the first one:</p>
      </div>
    </MessagePage>
  );
}
