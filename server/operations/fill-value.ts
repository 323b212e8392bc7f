import type { Json } from "@/server/catalog/operation";

export type Input = Readonly<Record<string, Json>>;

/** Nothing was given for a placeholder: its key goes, or with `whole` the object around it. */
type Missing = { missing: "key" | "whole" };
type Filled = { value: Json } | Missing;

const alone = /^\{\{(\w+)(!?)\}\}$/;
const anywhere = /\{\{(\w+)!?\}\}/g;

/** Fills a template with typed values; undefined when nothing of it is left. What is put in is not read as a template. */
export function fillValue(template: Json, input: Input): Json | undefined {
  const filled = fill(template, input);
  return "value" in filled ? filled.value : undefined;
}

/** Fills a text; undefined when one of its placeholders has no value. */
export function fillText(template: string, input: Input): string | undefined {
  if (placeholders(template).some((name) => valueOf(input, name) === undefined)) return undefined;
  return template.replace(anywhere, (_whole, name: string) => textOf(valueOf(input, name) ?? ""));
}

/** The inputs that a template names. */
export function placeholders(template: unknown): string[] {
  if (typeof template === "string") return [...template.matchAll(anywhere)].map((match) => match[1] ?? "");
  if (typeof template !== "object" || template === null) return [];
  return Object.values(template).flatMap(placeholders);
}

/** A value as text: words as they are, anything nested as JSON. */
export function textOf(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function fill(template: Json, input: Input): Filled {
  if (typeof template === "string") return fillString(template, input);
  if (Array.isArray(template)) return fillList(template, input);
  return typeof template === "object" && template !== null ? fillObject(template, input) : { value: template };
}

function fillString(template: string, input: Input): Filled {
  const [, name, mark] = alone.exec(template) ?? [];
  if (name !== undefined) {
    const value = valueOf(input, name);
    return value === undefined ? { missing: mark === "!" ? "whole" : "key" } : { value };
  }
  const text = fillText(template, input);
  return text === undefined ? { missing: "key" } : { value: text };
}

function fillList(template: Json[], input: Input): Filled {
  const values = template.map((item) => fill(item, input)).flatMap((item) => ("value" in item ? [item.value] : []));
  return values.length === 0 && template.length > 0 ? { missing: "key" } : { value: values };
}

function fillObject(template: { [key: string]: Json }, input: Input): Filled {
  const parts = Object.entries(template).map(([key, item]): [string, Filled] => [key, fill(item, input)]);
  if (parts.some(([, part]) => "missing" in part && part.missing === "whole")) return { missing: "key" };
  const kept = parts.flatMap(([key, part]): [string, Json][] => ("value" in part ? [[key, part.value]] : []));
  return kept.length === 0 && parts.length > 0 ? { missing: "key" } : { value: Object.fromEntries(kept) };
}

function valueOf(input: Input, name: string): Json | undefined {
  return Object.hasOwn(input, name) ? input[name] : undefined;
}
