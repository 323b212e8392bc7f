import type { Metadata } from "next";
import { getCaller } from "@/app/trpc-server";
import { SetupForm } from "@/components/account/setup-form";
import { SetupDone, SetupHint } from "@/components/account/setup-messages";
import { AuthFrame } from "@/components/layout/auth-frame";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

type SetupPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { token } = await searchParams;
  const { workspaces } = await getCaller();
  if (!(await workspaces.instance()).needsSetup) return <SetupDone />;
  if (typeof token !== "string" || token === "") return <SetupHint isWrong={false} />;
  const { isValid } = await workspaces.setupLink({ token: token.slice(0, 200) });
  if (!isValid) return <SetupHint isWrong />;
  return (
    <AuthFrame description="Make the first account. It owns the workspace and can invite the others." title="Set up Patchbay">
      <SetupForm token={token} />
    </AuthFrame>
  );
}
