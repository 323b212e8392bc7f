"use client";

import { Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { modifierKey } from "./modifier-key";
import { showOverlay } from "./overlay";

const never = () => () => undefined;

/** Opens the palette for those who do not use keys. */
export function SearchButton({ className }: { className?: string }) {
  const modifier = useSyncExternalStore(never, modifierKey, () => "⌘");
  return (
    <IconButton
      className={className}
      label="Search or do anything"
      onClick={() => showOverlay("palette")}
      shortcut={`${modifier} K`}
    >
      <Search aria-hidden size={16} />
    </IconButton>
  );
}
