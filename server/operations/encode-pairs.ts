import type { Json } from "@/server/catalog/operation";
import { textOf } from "./fill-value";

export type Pairs = [name: string, value: string][];
type ListStyle = "repeat" | "comma" | "brackets";

/** A value as name-value pairs of a query or a form: `a[b]=1&c[0]=2`, or lists as `c=2&c=3` or `c=2,3`. */
export function pairsOf(name: string, value: Json, lists: ListStyle): Pairs {
  if (Array.isArray(value)) {
    if (lists === "comma") return [[name, value.map(textOf).join(",")]];
    return value.flatMap((item, index) => pairsOf(lists === "repeat" ? name : `${name}[${index}]`, item, lists));
  }
  if (typeof value !== "object" || value === null) return [[name, textOf(value)]];
  if (lists === "comma") return [[name, textOf(value)]];
  return Object.entries(value).flatMap(([key, item]) => pairsOf(`${name}[${key}]`, item, lists));
}

/** A query string. What RFC 3986 §3.4 lets stand in a query stays as it reads. */
export function queryString(pairs: Pairs): string {
  return pairs.map(([name, value]) => `${escape(name)}=${escape(value)}`).join("&");
}

function escape(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/%(2C|3A|2F|40|24)/g, (escaped) => decodeURIComponent(escaped));
}
