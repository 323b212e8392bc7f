import type { PaletteItem } from "./palette-item";

export type PaletteGroup = { heading: string; items: PaletteItem[] };

const atMost = 40;
const perGroupAtRest = 5;

/** The items that match, best first within their group, groups in the order of their best. */
export function findPaletteItems(items: readonly PaletteItem[], query: string): PaletteGroup[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = items
    .map((item) => ({ item, score: scoreOf(item, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, words.length > 0 ? atMost : items.length);

  const groups = new Map<string, PaletteItem[]>();
  for (const { item } of found) {
    const group = groups.get(item.group) ?? [];
    if (words.length > 0 || group.length < perGroupAtRest) group.push(item);
    groups.set(item.group, group);
  }
  return [...groups].map(([heading, members]) => ({ heading, items: members }));
}

/** Every word must be found; the start of the label counts most, a keyword least. */
function scoreOf(item: PaletteItem, words: readonly string[]): number {
  const label = item.label.toLowerCase();
  const rest = [item.detail ?? "", ...(item.keywords ?? [])].join(" ").toLowerCase();
  let score = 1;
  for (const word of words) {
    if (label.startsWith(word)) score += 8;
    else if (label.includes(` ${word}`)) score += 5;
    else if (label.includes(word)) score += 3;
    else if (rest.includes(word)) score += 1;
    else return 0;
  }
  return score;
}
