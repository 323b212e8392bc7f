import type { AnswerMapping } from "@/server/catalog/operation";
import { readPath } from "@/server/catalog/read-path";

type Headers = Record<string, string | string[]>;

/** A vendor's body as a value: JSON parsed, text as it is, nothing as null, everything else in base64. */
export function readBody(headers: Headers, body: Buffer): unknown {
  if (body.length === 0) return null;
  const contentType = [headers["content-type"] ?? ""].flat().join(",").toLowerCase();
  const text = readText(body);
  if (text === null) return { contentType: contentType.split(";", 1)[0] ?? "", base64: body.toString("base64") };
  if (/^\s*[[{"\d\-tfn]/.test(text)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  }
  return text;
}

/** What the operation promises of an answer. */
export function mapAnswer(mapping: AnswerMapping | undefined, headers: Headers, body: unknown): unknown {
  if (mapping === undefined) return body;
  const picked: unknown = mapping.pick === undefined ? body : (readPath(body, mapping.pick) ?? null);
  const { rename } = mapping;
  const renamed: unknown = rename === undefined ? picked : Array.isArray(picked) ? picked.map((item: unknown) => pickNames(rename, item)) : pickNames(rename, picked);
  if (mapping.headers === undefined) return renamed;
  const named = Object.fromEntries(Object.entries(mapping.headers).map(([name, header]) => [name, [headers[header.toLowerCase()] ?? null].flat()[0] ?? null]));
  return typeof renamed === "object" && renamed !== null && !Array.isArray(renamed) ? { ...renamed, ...named } : named;
}

function pickNames(rename: Record<string, string>, value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rename).map(([name, path]) => [name, readPath(value, path) ?? null]));
}

function readText(body: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}
