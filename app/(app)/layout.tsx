import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { getCaller } from "@/app/trpc-server";
import { AppFrame } from "@/components/layout/app-frame";
import { AttentionBadge } from "@/components/connections/attention-badge";
import { WizardHost } from "@/components/connect/wizard-host";
import { FrameWiring } from "@/components/providers/frame-wiring";
import { Providers } from "@/components/providers/providers";
import { requireMe } from "@/app/require-me";

/** Everything behind the sign-in. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const me = await requireMe();
  if (!me.current) redirect("/welcome");
  const attentionCount = await (await getCaller()).connections.attentionCount();
  return (
    <Providers workspace={me.current.slug}>
      <FrameWiring>
        <AppFrame attentionBadge={<AttentionBadge initial={attentionCount} />} isSandbox={me.current.isSandbox} user={me.user} workspace={me.current} workspaces={me.workspaces}>
          {children}
        </AppFrame>
        <WizardHost />
      </FrameWiring>
    </Providers>
  );
}
