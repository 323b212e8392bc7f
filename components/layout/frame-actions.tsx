"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { PaletteItem } from "./palette-item";

/** What the frame can do but not know: it never fetches. Absent ones are not offered. */
export type FrameActions = {
  switchWorkspace?: (slug: string) => Promise<void>;
  signOut?: () => Promise<void>;
  /** What the palette finds beside the pages; asked for each time it opens. */
  loadPaletteItems?: () => Promise<readonly PaletteItem[]>;
};

const Context = createContext<FrameActions>({});

/** Stands round the frame, inside the data providers. Give it a stable object. */
export function FrameActionsProvider({
  actions,
  children,
}: {
  actions: FrameActions;
  children: ReactNode;
}) {
  return <Context value={actions}>{children}</Context>;
}

/** What the nearest provider offers. */
export function useFrameActions(): FrameActions {
  return useContext(Context);
}
