import { AppError } from "@/server/lib/errors";
import { type Input, textOf } from "./fill-value";

/**
 * Fills a path template. Each input stays within its place: it is percent-encoded, slashes too, and refused when a
 * server that decodes it once more could read a step up in it. Names of the connection that are not known stay.
 */
export function fillPath(template: string, input: Input, facts: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)!?\}\}|\{(\w+)\}/g, (whole, name: string | undefined, fact: string | undefined) => {
    if (name !== undefined) return encodePart(name, Object.hasOwn(input, name) ? textOf(input[name] ?? "") : "");
    const value = fact !== undefined && Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    return value === undefined || value === "" ? whole : encodePart(fact ?? "", value);
  });
}

function encodePart(name: string, value: string): string {
  const problem = problemOf(value);
  if (problem !== null) throw new AppError("INVALID_REQUEST", `“${name}” ${problem}`, { details: { fields: { [name]: `This ${problem}` } } });
  // Sub-delimiters that RFC 3986 §3.3 lets stand in a path stay as they read.
  return encodeURIComponent(value).replaceAll(/%(3A|40|24|2C|2B|3D)/g, (escaped) => decodeURIComponent(escaped));
}

function problemOf(value: string): string | null {
  if (value.trim() === "") return "has to have a value: it stands in the address.";
  if (!value.isWellFormed()) return "has characters that no address has.";
  const decoded = decodeFully(value);
  if (/\p{Cc}|\\/u.test(decoded)) return "has characters that no address has.";
  if (decoded.split("/").some((part) => /^\.{1,2}$/.test(part.trim()))) return "may not lead up or down in the address with dots.";
  return null;
}

/** Until nothing more is escaped, as a careless server might. */
function decodeFully(value: string): string {
  const decoded = value.replaceAll(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded === value ? value : decodeFully(decoded);
}
