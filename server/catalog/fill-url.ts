import { AppError } from "@/server/lib/errors";
import { fillTemplate } from "./fill-template";

export type FilledUrl = {
  /** `https://acme.myshopify.com`, without a slash at the end. */
  origin: string;
  /** Path and query, from the slash on; empty when the template has none. */
  path: string;
};

/**
 * Fills a URL template so that no value can change the host: in the host part a value is letters, digits, dots and
 * dashes, and the parser has to read the very host that was written. In the path values are percent-encoded.
 */
export function fillUrl(template: string, values: Readonly<Record<string, string>>): FilledUrl {
  const [, base = "", path = ""] = /^(https:\/\/[^/?#]*|\{\w+\})(.*)$/s.exec(template) ?? [];
  return { origin: fillOrigin(base, values), path: fillTemplate(path, values, encodeSegment) };
}

function fillOrigin(base: string, values: Readonly<Record<string, string>>): string {
  // `{instance_url}` is a whole origin; anywhere else a value is a part of a host name.
  const isWhole = base.startsWith("{");
  const filled = fillTemplate(base, values, isWhole ? (value) => value : (value) => hostPart(value)).toLowerCase();
  const origin = isWhole ? filled.replace(/\/$/, "") : filled;
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.protocol !== "https:" || url.origin !== origin) throw refuse(origin);
  return origin;
}

function hostPart(value: string): string {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(value)) return value;
  throw refuse(value);
}

function encodeSegment(value: string): string {
  // A URL parser would walk up a folder here, encoded or not.
  if (/^\.{1,2}$/.test(value)) throw refuse(value);
  // Filled later, by the one who holds the OAuth app.
  return value === "{client_id}" ? value : encodeURIComponent(value);
}

function refuse(value: string): AppError {
  return new AppError("INVALID_REQUEST", "This address part has characters that no address has. Give the bare name, such as acme.", { detail: `refused in a URL: ${value.slice(0, 100)}` });
}
