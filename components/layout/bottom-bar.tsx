import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { type NavItem, navItems } from "./nav-items";
import { NavLink } from "./nav-link";
import { type FrameUser, PersonMenu } from "./person-menu";

const place =
  "relative flex h-14 flex-1 flex-col items-center justify-center gap-1 text-muted text-xs -outline-offset-2 aria-[current]:text-accent";

/** The way round on phones and tablets. */
export function BottomBar({ attention, user }: { attention: ReactNode; user: FrameUser }) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface-raised pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <BarLink item={navItems.marketplace} />
      <BarLink item={navItems.connections}>
        <span className="absolute top-1 left-1/2 ml-1.5">{attention}</span>
      </BarLink>
      <BarLink item={navItems.activity} />
      <BarLink item={navItems.settings} />
      <PersonMenu
        trigger={
          <>
            <Avatar name={user.name} size="sm" />
            You
          </>
        }
        triggerClassName={place}
        user={user}
      />
    </nav>
  );
}

function BarLink({ item, children }: { item: NavItem; children?: ReactNode }) {
  const Icon = item.icon;
  return (
    <NavLink alsoAt={item.alsoAt} className={place} href={item.href}>
      <Icon aria-hidden size={20} strokeWidth={1.75} />
      {item.label}
      {children}
    </NavLink>
  );
}
