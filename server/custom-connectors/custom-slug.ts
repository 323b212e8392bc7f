/** Custom connectors have ids of their own kind, so that none can stand in for one of the catalog, now or later. */
export const customPrefix = "custom-";

export function isCustomSlug(slug: string): boolean {
  return slug.startsWith(customPrefix);
}

/** "Büro Plus 2" → `custom-buro-plus-2`. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${customPrefix}${plain.slice(0, 60).replace(/^-+|-+$/g, "")}`;
}
