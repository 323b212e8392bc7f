import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type TextLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

const look =
  "rounded-sm font-medium text-accent underline decoration-transparent underline-offset-[3px] transition-colors hover:decoration-current in-[p]:decoration-accent/40";

/** A link in text. One that leaves for another site opens beside us and says so. */
export function TextLink({ href, className, children, ...props }: TextLinkProps) {
  if (!/^https?:/.test(href)) {
    return (
      <Link className={cn(look, className)} href={href} {...props}>
        {children}
      </Link>
    );
  }
  return (
    <a className={cn(look, className)} href={href} rel="noreferrer" target="_blank">
      {children}
      <ArrowUpRight aria-hidden className="ml-0.5 inline-block" size={13} />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
