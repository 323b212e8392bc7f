"use client";

import { Keyboard, LogOut } from "lucide-react";
import { type ReactNode, useTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Kbd } from "@/components/ui/kbd";
import { useFrameActions } from "./frame-actions";
import { FrameMenu } from "./frame-menu";
import { menuRow } from "./menu-row";
import { showOverlay } from "./overlay";
import { ThemeSwitch } from "./theme-switch";

export type FrameUser = { name: string; email: string };

type PersonMenuProps = { user: FrameUser; trigger: ReactNode; triggerClassName?: string };

/** Who is signed in, the colours, the keys, the way out. */
export function PersonMenu({ user, trigger, triggerClassName }: PersonMenuProps) {
  const { signOut } = useFrameActions();
  const [isLeaving, startLeaving] = useTransition();
  return (
    <FrameMenu
      label={`${user.name}, account menu`}
      placement="lg:bottom-14 lg:left-3"
      trigger={trigger}
      triggerClassName={triggerClassName}
    >
      {(close) => (
        <>
          <div className="flex items-center gap-2.5 px-2 pt-1.5 pb-2.5">
            <Avatar name={user.name} size="lg" />
            <div className="min-w-0">
              <p className="truncate font-medium text-sm">{user.name}</p>
              <p className="truncate text-muted text-xs">{user.email}</p>
            </div>
          </div>
          <ThemeSwitch className="mb-1.5 w-full" />
          <button
            className={`${menuRow} pointer-coarse:hidden`}
            onClick={() => {
              close();
              showOverlay("shortcuts");
            }}
            type="button"
          >
            <Keyboard aria-hidden className="text-muted" size={16} />
            <span className="flex-1">Keyboard shortcuts</span>
            <Kbd keys="?" />
          </button>
          {signOut ? (
            <button
              className={menuRow}
              disabled={isLeaving}
              onClick={() => startLeaving(signOut)}
              type="button"
            >
              <LogOut aria-hidden className="text-muted" size={16} />
              {isLeaving ? "Signing out…" : "Sign out"}
            </button>
          ) : null}
        </>
      )}
    </FrameMenu>
  );
}
