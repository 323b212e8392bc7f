import { AppError } from "@/server/lib/errors";
import type { Field } from "./connector";
import { checkField, cleanValue } from "./field.schema";

/**
 * Reads posted values by the fields of a form: trimmed, defaults filled in, empty optional ones left out. Throws
 * `INVALID_REQUEST` with one sentence per field in `details.fields`; a name that the form does not have is refused.
 */
export function parseFields(fields: readonly Field[], values: Readonly<Record<string, unknown>>): Record<string, string> {
  const parsed: [string, string][] = [];
  const problems: [string, string][] = [];
  for (const field of fields) {
    const text = toText(field, Object.hasOwn(values, field.key) ? values[field.key] : undefined);
    const problem = text === null ? `${field.label} has to be text.` : checkField(field, text);
    const clean = text === null ? "" : cleanValue(field, text);
    if (problem !== null) problems.push([field.key, problem]);
    else if (clean !== "") parsed.push([field.key, clean]);
  }
  const known = new Set(fields.map((field) => field.key));
  for (const name of Object.keys(values)) {
    if (!known.has(name)) problems.push([name, known.size === 0 ? "Nothing is asked for here." : `This field is not known. Known ones: ${[...known].join(", ")}.`]);
  }
  if (problems.length === 0) return Object.fromEntries(parsed);
  throw new AppError("INVALID_REQUEST", sentence(problems), { details: { fields: Object.fromEntries(problems) } });
}

function sentence(problems: [string, string][]): string {
  const [first] = problems;
  return problems.length === 1 && first ? `${first[0]}: ${first[1]}` : `${problems.length} fields need attention: ${problems.map(([name]) => name).join(", ")}.`;
}

/** JSON bodies give ports as numbers, switches as booleans and key files as objects. */
function toText(field: Field, value: unknown): string | null {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  return field.jsonKeys && typeof value === "object" ? JSON.stringify(value) : null;
}
