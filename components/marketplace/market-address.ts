import { categories } from "@/server/catalog/category.schema";
import { marketFilters, type MarketView } from "./market-filters";

/** Reads what to show from the URL; what it does not know it leaves out. */
export function readMarketAddress(params: Pick<URLSearchParams, "get">): MarketView {
  const wanted = (params.get("filter") ?? "").split(",");
  return {
    text: params.get("q") ?? "",
    category: categories.find(({ id }) => id === params.get("category"))?.id ?? null,
    filters: marketFilters.filter(({ id }) => wanted.includes(id)).map(({ id }) => id),
  };
}

/** The address of a view. A text that may be a secret never becomes part of it. */
export function marketAddress({ text, category, filters }: MarketView): string {
  const params = new URLSearchParams();
  if (text.trim() !== "" && !mayBeSecret(text)) params.set("q", text.trim());
  if (category !== null) params.set("category", category);
  if (filters.length > 0) params.set("filter", filters.join(","));
  const query = params.toString().replaceAll("%2C", ",");
  return query === "" ? "/" : `/?${query}`;
}

/** Anything that does not read like words is taken for a key, a password or a connection string. */
export function mayBeSecret(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return text.length > 60 || /[_:@/\\=+%]/.test(text) || words.some((word) => word.length > 24 || (word.length > 11 && /[^\p{L}-]/u.test(word)));
}
