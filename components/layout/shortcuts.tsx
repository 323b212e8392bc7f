"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { useFrameActions } from "./frame-actions";
import { currentOverlay, showOverlay, subscribeToOverlay } from "./overlay";
import { watchKeys } from "./watch-keys";

const CommandPalette = dynamic(
  () => import("./command-palette").then((file) => file.CommandPalette),
  { ssr: false },
);
const ShortcutsDialog = dynamic(
  () => import("./shortcuts-dialog").then((file) => file.ShortcutsDialog),
  { ssr: false },
);

/** The keyboard's ways through the app. The windows it opens are loaded when first asked for. */
export function Shortcuts() {
  const router = useRouter();
  const { loadPaletteItems } = useFrameActions();
  const overlay = useSyncExternalStore(subscribeToOverlay, currentOverlay, () => null);

  useEffect(() => watchKeys({ goTo: (href) => router.push(href), show: showOverlay }), [router]);

  const close = () => showOverlay(null);
  if (overlay === "palette") return <CommandPalette loadItems={loadPaletteItems} onClose={close} />;
  if (overlay === "shortcuts") return <ShortcutsDialog onClose={close} />;
  return null;
}
