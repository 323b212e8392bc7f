"use client";

import { Search, X } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { cn } from "./cn";
import { Kbd } from "./kbd";

type SearchInputProps = Omit<ComponentProps<"input">, "type" | "size" | "value" | "onChange"> & {
  /** What is searched, for screen readers. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  size?: "md" | "lg";
  /** The page's own search, reached with `/`. One per page. */
  isPageSearch?: boolean;
};

/** Looks for something as it is typed. Escape empties it, then leaves it. */
export function SearchInput({
  label,
  value,
  onValueChange,
  size = "md",
  isPageSearch = false,
  className,
  ...props
}: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={cn("relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 my-auto text-faint"
        size={16}
      />
      <input
        aria-keyshortcuts={isPageSearch ? "/" : undefined}
        aria-label={label}
        autoComplete="off"
        className={cn(
          "control peer block w-full px-9 text-base pointer-coarse:text-lg [&::-webkit-search-cancel-button]:hidden",
          size === "md" ? "h-8 pointer-coarse:h-10" : "h-10 pointer-coarse:h-11",
        )}
        data-search={isPageSearch ? "" : undefined}
        enterKeyHint="search"
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (value) onValueChange("");
          else input.current?.blur();
        }}
        ref={input}
        spellCheck={false}
        type="search"
        value={value}
        {...props}
      />
      {value ? (
        <button
          aria-label="Clear search"
          className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-md text-muted hover:text-ink"
          onClick={() => {
            onValueChange("");
            input.current?.focus();
          }}
          type="button"
        >
          <X aria-hidden size={15} />
        </button>
      ) : isPageSearch ? (
        <Kbd
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto h-fit peer-focus:hidden pointer-coarse:hidden"
          keys="/"
        />
      ) : null}
    </div>
  );
}
