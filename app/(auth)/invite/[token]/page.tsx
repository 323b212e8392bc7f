import type { Metadata } from "next";
import { findMe, isRefused } from "@/app/find-me";
import { getCaller } from "@/app/trpc-server";
import { InvitationEnded, InvitationForMember, InvitationForStranger } from "@/components/account/invitation";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { workspaces } = await getCaller();
  const [invitation, me] = await Promise.all([
    workspaces.invitation({ token: token.slice(0, 200) }).catch((error: unknown) => {
      if (isRefused(error, "NOT_FOUND")) return null;
      throw error;
    }),
    findMe(),
  ]);
  if (!invitation) return <InvitationEnded isSignedIn={me !== null} />;
  if (!me) return <InvitationForStranger invitation={invitation} token={token} />;
  return <InvitationForMember email={me.user.email} invitation={invitation} token={token} />;
}
