import { Activity, Braces, Cable, LayoutGrid, type LucideIcon, Settings } from "lucide-react";

export type NavItem = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Pressed one after the other. */
  keys: string;
  /** Other paths that belong to it. */
  alsoAt?: readonly string[];
};

/** The areas that exist, in the order of the rail. */
export const navItems = {
  marketplace: {
    href: "/",
    label: "Marketplace",
    icon: LayoutGrid,
    keys: "g m",
    alsoAt: ["/connectors"],
  },
  connections: { href: "/connections", label: "Connections", icon: Cable, keys: "g c" },
  activity: { href: "/activity", label: "Activity", icon: Activity, keys: "g a" },
  api: { href: "/api-docs", label: "API", icon: Braces, keys: "g d" },
  settings: { href: "/settings", label: "Settings", icon: Settings, keys: "g s" },
} as const satisfies Record<string, NavItem>;
