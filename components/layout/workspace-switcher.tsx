"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { useTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Spinner } from "@/components/ui/spinner";
import { useFrameActions } from "./frame-actions";
import { FrameMenu } from "./frame-menu";
import { menuRow } from "./menu-row";

export type FrameWorkspace = { name: string; slug: string };

type WorkspaceSwitcherProps = {
  workspace: FrameWorkspace;
  workspaces: readonly FrameWorkspace[];
};

/** Which workspace this is; opens the list when there are several. */
export function WorkspaceSwitcher({ workspace, workspaces }: WorkspaceSwitcherProps) {
  const { switchWorkspace } = useFrameActions();
  const [isSwitching, startSwitching] = useTransition();
  const face = (
    <>
      <Avatar name={workspace.name} shape="square" size="sm" />
      <span className="min-w-0 flex-1 truncate text-left font-medium text-sm">{workspace.name}</span>
    </>
  );
  if (!switchWorkspace || workspaces.length < 2) {
    return <div className="flex h-8 min-w-0 items-center gap-2 px-2">{face}</div>;
  }
  return (
    <FrameMenu
      label={`Workspace ${workspace.name}, switch`}
      placement="lg:top-24 lg:left-3"
      trigger={
        <>
          {face}
          {isSwitching ? (
            <Spinner className="text-faint" size={14} />
          ) : (
            <ChevronsUpDown aria-hidden className="shrink-0 text-faint" size={14} />
          )}
        </>
      }
      triggerClassName="flex h-8 w-full min-w-0 items-center gap-2 rounded-md px-2 transition-colors hover:bg-hover aria-expanded:bg-hover pointer-coarse:h-10"
    >
      {(close) => (
        <>
          <p className="px-2 pt-1.5 pb-1 text-faint text-xs">Workspaces</p>
          <ul>
            {workspaces.map(({ name, slug }) => (
              <li key={slug}>
                <button
                  aria-current={slug === workspace.slug ? "true" : undefined}
                  className={menuRow}
                  onClick={() => {
                    close();
                    if (slug !== workspace.slug) startSwitching(() => switchWorkspace(slug));
                  }}
                  type="button"
                >
                  <Avatar name={name} shape="square" size="sm" />
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  {slug === workspace.slug ? (
                    <Check aria-hidden className="shrink-0 text-accent" size={14} />
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </FrameMenu>
  );
}
