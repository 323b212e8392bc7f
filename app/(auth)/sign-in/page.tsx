import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findMe } from "@/app/find-me";
import { readReturnTo } from "@/app/read-return-to";
import { getCaller } from "@/app/trpc-server";
import { DemoHint } from "@/components/account/demo-hint";
import { SignInForm } from "@/components/account/sign-in-form";
import { AuthFrame } from "@/components/layout/auth-frame";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<{ returnTo?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const returnTo = readReturnTo((await searchParams).returnTo);
  const { needsSetup, isSandbox } = await (await getCaller()).workspaces.instance();
  if (needsSetup) redirect("/setup");
  if (await findMe()) redirect(returnTo);
  return (
    <AuthFrame footer={isSandbox ? <DemoHint /> : "No account yet? An admin of your workspace can send you an invitation link."} title="Sign in to Patchbay">
      <SignInForm returnTo={returnTo} />
    </AuthFrame>
  );
}
