import Link from "next/link";
import { AuthFrame } from "@/components/layout/auth-frame";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { InvitationView } from "@/server/workspaces/get-invitation-by-token";
import { JoinButton } from "./join-button";
import { RegisterForm } from "./register-form";
import { roleFacts } from "./role-facts";
import { SignOutLink } from "./sign-out-link";

type InvitationProps = { invitation: InvitationView; token: string };

/** For whom nobody is signed in: make an account, or sign in with the one there is. */
export function InvitationForStranger({ invitation, token }: InvitationProps) {
  return (
    <AuthFrame
      description={<Terms invitation={invitation} />}
      footer={
        <p>
          You have an account here? <TextLink href={`/sign-in?returnTo=${encodeURIComponent(`/invite/${token}`)}`}>Sign in to join</TextLink>
        </p>
      }
      title={`Join ${invitation.workspaceName}`}
    >
      <RegisterForm email={invitation.email} token={token} workspaceName={invitation.workspaceName} />
    </AuthFrame>
  );
}

/** For who is signed in: one button. */
export function InvitationForMember({ invitation, token, email }: InvitationProps & { email: string }) {
  return (
    <AuthFrame
      description={<Terms invitation={invitation} />}
      footer={
        <p>
          You are signed in as {email}. <SignOutLink then={`/invite/${token}`}>Use another account</SignOutLink>
        </p>
      }
      title={`Join ${invitation.workspaceName}`}
    >
      <JoinButton token={token} workspaceName={invitation.workspaceName} />
    </AuthFrame>
  );
}

/** Used, revoked, expired or never there: one answer for all of them. */
export function InvitationEnded({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <MessagePage
      actions={
        <Button asChild variant="primary">
          <Link href={isSignedIn ? "/" : "/sign-in"}>{isSignedIn ? "Go to the marketplace" : "Sign in"}</Link>
        </Button>
      }
      title="This invitation is not open any more"
    >
      <p>The link was used, revoked or is older than seven days. Ask an admin of the workspace for a new one.</p>
    </MessagePage>
  );
}

function Terms({ invitation }: { invitation: InvitationView }) {
  const { inviterName, role } = invitation;
  const { noun, can } = roleFacts[role];
  return (
    <>
      {inviterName ?? "Somebody"} invited you as <strong className="font-medium text-ink">{noun}</strong>: {can}
    </>
  );
}
