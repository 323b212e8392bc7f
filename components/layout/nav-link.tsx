"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = {
  href: string;
  alsoAt?: readonly string[];
  className?: string;
  children: ReactNode;
};

/** A link that knows whether its area is the one on the screen. */
export function NavLink({ href, alsoAt = [], className, children }: NavLinkProps) {
  const path = usePathname();
  const isCurrent = [href, ...alsoAt].some(
    (root) => path === root || (root !== "/" && path.startsWith(`${root}/`)),
  );
  return (
    <Link aria-current={isCurrent ? "page" : undefined} className={className} href={href}>
      {children}
    </Link>
  );
}
