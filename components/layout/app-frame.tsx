import Link from "next/link";
import type { ReactNode } from "react";
import { CountBadge } from "@/components/ui/count-badge";
import { BottomBar } from "./bottom-bar";
import { Mark } from "./mark";
import type { FrameUser } from "./person-menu";
import { Rail } from "./rail";
import { SandboxBanner } from "./sandbox-banner";
import { SearchButton } from "./search-button";
import { Shortcuts } from "./shortcuts";
import { SkipLink } from "./skip-link";
import { type FrameWorkspace, WorkspaceSwitcher } from "./workspace-switcher";

type AppFrameProps = {
  workspace: FrameWorkspace;
  workspaces: readonly FrameWorkspace[];
  user: FrameUser;
  /** How many connections need attention. */
  attentionCount?: number;
  /** A live count in place of the number. */
  attentionBadge?: ReactNode;
  isSandbox?: boolean;
  children: ReactNode;
};

/** Everything round a page of a signed-in person: rail or bottom bar, banner, main landmark. */
export function AppFrame({
  workspace,
  workspaces,
  user,
  attentionCount = 0,
  attentionBadge,
  isSandbox = false,
  children,
}: AppFrameProps) {
  const attention = attentionBadge ?? (
    <CountBadge count={attentionCount} label="need attention" tone="warning" />
  );
  return (
    <>
      <SkipLink />
      <div className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]">
        <Rail
          attention={attention}
          switcher={<WorkspaceSwitcher workspace={workspace} workspaces={workspaces} />}
          user={user}
        />
        <div className="flex min-h-dvh min-w-0 flex-col">
          <header className="gutter sticky top-0 z-20 flex h-12 items-center gap-1 border-b bg-surface lg:hidden">
            <Link aria-label="Patchbay, marketplace" className="rounded-md" href="/">
              <Mark size={24} />
            </Link>
            <div className="min-w-0 flex-1">
              <WorkspaceSwitcher workspace={workspace} workspaces={workspaces} />
            </div>
            <SearchButton className="-mr-2" />
          </header>
          {isSandbox ? <SandboxBanner /> : null}
          <main
            className="gutter w-full flex-1 scroll-mt-16 pt-5 pb-24 lg:pt-8 lg:pb-16"
            id="main"
            tabIndex={-1}
          >
            <div className="mx-auto max-w-content">{children}</div>
          </main>
        </div>
      </div>
      <BottomBar attention={attention} user={user} />
      <Shortcuts />
    </>
  );
}
