import type { ReactNode } from "react";

/** Something the palette can find. It either goes somewhere or does something. */
export type PaletteItem = {
  id: string;
  label: string;
  /** The heading it stands under, e.g. "Connections". */
  group: string;
  icon?: ReactNode;
  /** Quiet words behind the label, e.g. an account. */
  detail?: string;
  keywords?: readonly string[];
  keys?: string;
} & ({ href: string; onSelect?: undefined } | { href?: undefined; onSelect: () => void });
