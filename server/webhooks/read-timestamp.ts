import type { WebhookScheme } from "@/server/catalog/connector";
import { readPath } from "@/server/catalog/read-path";

/** Milliseconds since 1970 of a timestamp as the scheme writes it, ISO 8601 where it names no unit. Undefined for anything else. */
export function readTimestamp(unit: WebhookScheme["timestampUnit"], text: string): number | undefined {
  if (unit !== undefined) return /^[0-9]{1,15}$/.test(text) ? Number(text) * (unit === "seconds" ? 1_000 : 1) : undefined;
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The timestamp that stands in the body, as text; undefined when it is not there or the body is no JSON. */
export function timestampInBody(path: string, body: Uint8Array): string | undefined {
  const value = readPath(parseJson(body), path);
  return typeof value === "number" || typeof value === "string" ? String(value) : undefined;
}

/** Undefined for what is no JSON. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
