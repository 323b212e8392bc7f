import type { ReactNode } from "react";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";
import { type CodePiece, highlight } from "./highlight";

const inks: Record<CodePiece["kind"], string | undefined> = {
  plain: undefined,
  comment: "text-faint",
  string: "text-positive",
  word: "text-accent",
  number: "text-warning",
};

type CodeBlockProps = {
  code: string;
  /** Stands on the bar, e.g. the file's name or the language. */
  title?: ReactNode;
  /** What the copy button copies, for its name. */
  what?: string;
  className?: string;
};

/** A sample to read and copy. Scrolls sideways, never wraps. */
export function CodeBlock({ code, title, what, className }: CodeBlockProps) {
  return (
    <figure
      className={cn("relative overflow-hidden rounded-lg border bg-surface-sunken", className)}
    >
      {title ? (
        <figcaption className="flex h-9 items-center justify-between gap-2 border-b pr-1 pl-3.5 text-muted text-xs">
          <span className="truncate">{title}</span>
          <CopyButton value={code} what={what} />
        </figcaption>
      ) : (
        <CopyButton
          className="absolute top-1.5 right-1.5 bg-surface-sunken"
          value={code}
          what={what}
        />
      )}
      <pre
        className={cn(
          "overflow-x-auto px-3.5 py-3 font-mono text-sm -outline-offset-2",
          title ? "" : "pr-12",
        )}
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <code>
          {highlight(code).map((piece, place) => (
            <span className={inks[piece.kind]} key={`${place}-${piece.kind}`}>
              {piece.text}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
