"use client";

import * as RadixMenu from "@radix-ui/react-dropdown-menu";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export const DropdownMenuTrigger = RadixMenu.Trigger;

/** Not modal: the page stays readable and scrolls while the menu is open. */
export function DropdownMenu(props: ComponentProps<typeof RadixMenu.Root>) {
  return <RadixMenu.Root modal={false} {...props} />;
}

const item = [
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none pointer-coarse:min-h-10",
  "data-highlighted:bg-hover data-disabled:text-faint [&_svg]:shrink-0",
];

/** The list of things to do with one row or page. */
export function DropdownMenuContent({
  className,
  align = "end",
  ...props
}: ComponentProps<typeof RadixMenu.Content>) {
  return (
    // Inside the main landmark, so that screen readers meet it where they are.
    <RadixMenu.Portal container={typeof document === "undefined" ? null : document.querySelector("main")}>
      <RadixMenu.Content
        align={align}
        className={cn(
          "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-80 overflow-y-auto",
          "animate-float-in rounded-lg bg-surface-overlay p-1 shadow-float data-[state=closed]:animate-fade-out",
          className,
        )}
        collisionPadding={8}
        sideOffset={4}
        {...props}
      />
    </RadixMenu.Portal>
  );
}

type ItemProps = ComponentProps<typeof RadixMenu.Item> & {
  icon?: ReactNode;
  /** Keys that do the same. */
  keys?: ReactNode;
  isDangerous?: boolean;
};

/** One thing to do. `asChild` for a link. */
export function DropdownMenuItem({
  icon,
  keys,
  isDangerous = false,
  asChild = false,
  className,
  children,
  ...props
}: ItemProps) {
  const look = cn(item, isDangerous && "text-danger data-highlighted:bg-danger-subtle", className);
  if (asChild) {
    return (
      <RadixMenu.Item asChild className={look} {...props}>
        {children}
      </RadixMenu.Item>
    );
  }
  return (
    <RadixMenu.Item className={look} {...props}>
      {icon ? <span className={isDangerous ? "" : "text-muted"}>{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys}
    </RadixMenu.Item>
  );
}

/** A line between groups. */
export function DropdownMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof RadixMenu.Separator>) {
  return <RadixMenu.Separator className={cn("-mx-1 my-1 h-px bg-border", className)} {...props} />;
}
