import type { Field } from "./connector";

/** Long enough for a service-account file, short enough to refuse a pasted log. */
const maxLength = { line: 4_096, text: 32_768 };

/** What the person meant: trimmed, without what is often pasted along, or the default when nothing was given. */
export function cleanValue(field: Field, value: string): string {
  const trimmed = value.trim();
  const cut = field.cut === undefined || trimmed.length > maxLength.line ? trimmed : trimmed.replace(compile(field.cut, "giu"), "").trim();
  return cut === "" ? (field.default ?? field.options?.[0]?.value ?? "") : cut;
}

/** Why this value cannot be taken, as a sentence to show next to the field, or null. The same in the form and on the server. */
export function checkField(field: Field, value: string): string | null {
  const clean = cleanValue(field, value);
  if (clean === "") return field.required ? `${field.label} is missing.` : null;
  const isText = field.control === "textarea" || field.control === "file";
  if (clean.length > (isText ? maxLength.text : maxLength.line)) return `${field.label} is too long.`;
  if (field.jsonKeys) return checkJson(field.jsonKeys, clean);
  // A line break or a control character in a key would break the header it is sent in.
  if (!isText && /\p{Cc}/u.test(clean)) return `${field.label} has a line break or an invisible character in it. Copy it again.`;
  if (field.control === "switch" && clean !== "true" && clean !== "false") return `${field.label} is either true or false.`;
  if (field.options && !field.options.some((option) => option.value === clean)) {
    return `${field.label} has to be one of: ${field.options.map((option) => option.value).join(", ")}.`;
  }
  if (field.pattern === undefined || matchesFully(field.pattern, clean)) return null;
  return field.patternHint ?? `${field.label} does not look right. An example: ${field.example}`;
}

/** A hint that this is probably the wrong value, such as a publishable key. Never a reason to refuse it. */
export function adviseField(field: Field, value: string): string | null {
  const clean = cleanValue(field, value);
  if (field.looksLike === undefined || clean === "" || clean.length > maxLength.line || matchesFully(field.looksLike, clean)) return null;
  return field.looksLikeHint ?? `This does not look like ${field.label}. An example: ${field.example}`;
}

/** Whether the whole text matches a regular expression source. */
export function matchesFully(pattern: string, text: string): boolean {
  return text.length <= maxLength.text && compile(`^(?:${pattern})$`, "u").test(text);
}

/** The gateway checks the same few patterns on every call. They all come from definitions, so the map stays small. */
const compiled = new Map<string, RegExp>();

function compile(source: string, flags: string): RegExp {
  const key = `${flags} ${source}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = new RegExp(source, flags);
  compiled.set(key, made);
  return made;
}

function checkJson(keys: readonly string[], text: string): string | null {
  const parsed = parseJson(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return "This is not a JSON file. Drop the file as it was downloaded.";
  const missing = keys.filter((key) => !Object.hasOwn(parsed, key));
  return missing.length === 0 ? null : `This is a JSON file, but not the right one: it has no ${missing.join(", ")}.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
