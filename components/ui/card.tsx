import { Slot } from "@radix-ui/react-slot";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type CardProps = ComponentProps<"div"> & {
  /** The whole card follows its CardLink; other controls need `relative`. */
  isLinked?: boolean;
  asChild?: boolean;
};

/** A raised sheet with a border. */
export function Card({ isLinked = false, asChild = false, className, ...props }: CardProps) {
  const Part = asChild ? Slot : "div";
  return (
    <Part
      className={cn(
        "relative rounded-lg border bg-surface-raised",
        isLinked &&
          "group/card transition-[border-color,box-shadow] hover:border-strong hover:shadow-control has-[[data-card-link]:focus-visible]:outline-2 has-[[data-card-link]:focus-visible]:outline-focus has-[[data-card-link]:focus-visible]:outline-offset-2",
        className,
      )}
      {...props}
    />
  );
}

/** The one link of a linked card, put round its title: its target covers the card. */
export function CardLink({ className, ...props }: ComponentProps<typeof Slot>) {
  return (
    <Slot
      className={cn("outline-none after:absolute after:inset-0 after:rounded-lg", className)}
      data-card-link=""
      {...props}
    />
  );
}

/** A card's inside, when it has several parts. */
export function CardBody({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("p-4 sm:p-5", className)} {...props} />;
}

/** A quiet last line with actions. */
export function CardFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-t bg-surface-sunken px-4 py-3 sm:px-5",
        className,
      )}
      {...props}
    />
  );
}
