import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Mark } from "./mark";
import { type NavItem, navItems } from "./nav-items";
import { NavLink } from "./nav-link";
import { type FrameUser, PersonMenu } from "./person-menu";
import { SearchButton } from "./search-button";

type RailProps = { switcher: ReactNode; attention: ReactNode; user: FrameUser };

/** The left edge on desktops. */
export function Rail({ switcher, attention, user }: RailProps) {
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-r bg-surface-sunken p-3 lg:flex">
      <div className="grid gap-3">
        <div className="flex h-8 items-center justify-between pl-2">
          <Link
            className="flex items-center gap-2 rounded-md font-semibold tracking-heading"
            href="/"
          >
            <Mark size={20} />
            Patchbay
          </Link>
          <SearchButton />
        </div>
        {switcher}
      </div>
      <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-px overflow-y-auto">
        <RailLink item={navItems.marketplace} />
        <RailLink item={navItems.connections}>{attention}</RailLink>
        <RailLink item={navItems.activity} />
        <RailLink item={navItems.api} />
        <div className="mt-auto pt-4">
          <RailLink item={navItems.settings} />
        </div>
      </nav>
      <div className="-mx-3 -mb-3 border-t p-2">
        <PersonMenu
          trigger={
            <>
              <Avatar name={user.name} />
              <span className="min-w-0 flex-1 truncate text-left text-sm">{user.name}</span>
              <ChevronsUpDown aria-hidden className="shrink-0 text-faint" size={14} />
            </>
          }
          triggerClassName="flex h-9 w-full items-center gap-2 rounded-md px-2 transition-colors hover:bg-hover aria-expanded:bg-hover"
          user={user}
        />
      </div>
    </aside>
  );
}

function RailLink({ item, children }: { item: NavItem; children?: ReactNode }) {
  const Icon = item.icon;
  return (
    <NavLink
      alsoAt={item.alsoAt}
      className="group flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-muted text-sm transition-colors -outline-offset-2 hover:bg-hover hover:text-ink aria-[current]:bg-pressed aria-[current]:text-ink"
      href={item.href}
    >
      <Icon aria-hidden className="shrink-0" size={16} />
      <span className="flex-1 truncate">{item.label}</span>
      {children}
    </NavLink>
  );
}
