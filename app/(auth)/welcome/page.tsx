import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { CreateWorkspaceForm } from "@/components/account/create-workspace-form";
import { SignOutLink } from "@/components/account/sign-out-link";
import { AuthFrame } from "@/components/layout/auth-frame";
import { TextLink } from "@/components/ui/text-link";

export const metadata: Metadata = { title: "Create a workspace" };

/** For who is in no workspace, and for who wants another one. */
export default async function WelcomePage() {
  const { user, current } = await requireMe();
  return (
    <AuthFrame
      description={current ? "It starts empty, with you as its owner." : "You are in no workspace yet. Create one, or open the invitation link that you were sent."}
      footer={
        current ? (
          <TextLink href="/">Back to {current.name}</TextLink>
        ) : (
          <p>
            You are signed in as {user.email}. <SignOutLink then="/sign-in">Sign out</SignOutLink>
          </p>
        )
      }
      title={current ? "Create a workspace" : `Welcome, ${user.name}`}
    >
      <CreateWorkspaceForm />
    </AuthFrame>
  );
}
