const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** 950 → "950", 12400 → "12.4k", 3000000 → "3M". */
export function formatCount(count: number): string {
  return compact.format(count).replace("K", "k");
}
