"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const tabs = [
  { href: "/settings", label: "General", isForAdmins: false },
  { href: "/settings/members", label: "Members", isForAdmins: false },
  { href: "/settings/api-keys", label: "API keys", isForAdmins: true },
  { href: "/settings/oauth-apps", label: "OAuth apps", isForAdmins: true },
  { href: "/settings/connector-requests", label: "Requests", isForAdmins: true },
];

/** The parts of the settings that the reader may open. */
export function SettingsTabs({ isAdmin }: { isAdmin: boolean }) {
  const path = usePathname();
  return (
    <nav aria-label="Settings">
      <ul className="scroll-row flex gap-4 border-b">
        {tabs.map(({ href, label, isForAdmins }) =>
          isForAdmins && !isAdmin ? null : (
            <li key={href}>
              <Link
                aria-current={path === href ? "page" : undefined}
                className="relative flex h-9 items-center whitespace-nowrap rounded-sm font-medium text-muted text-sm transition-colors -outline-offset-2 hover:text-ink aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:bottom-0 aria-[current]:after:h-0.5 aria-[current]:after:rounded-full aria-[current]:after:bg-ink pointer-coarse:h-11"
                href={href}
              >
                {label}
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
