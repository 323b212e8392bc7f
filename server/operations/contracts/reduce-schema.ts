import { type DocumentObject, follow, isObject } from "./read-document";

/** What can stand at one place of a request: the keys below it, and the texts that it can be. */
export type Sent = { keys: Map<string, Sent>; items?: Sent; texts: Set<string> };

const kept = ["format", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "const"];

/** Lists longer than this keep only what can be sent. */
const longList = 40;

export function newSent(): Sent {
  return { keys: new Map(), texts: new Set() };
}

export function addSent(sent: Sent, value: unknown): void {
  if (Array.isArray(value)) {
    sent.items ??= newSent();
    for (const item of value) addSent(sent.items, item);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const below = sent.keys.get(key) ?? newSent();
      sent.keys.set(key, below);
      addSent(below, item);
    }
  } else for (const text of [value, ...(typeof value === "string" ? value.split(",") : [])]) sent.texts.add(String(text));
}

/**
 * A schema of the document without its references and its prose, and without the properties that nobody sends. An
 * object whose properties the document names keeps `properties`, be it empty: that is how a reader knows. `oneOf`
 * becomes `anyOf`, for what told its branches apart may be gone.
 */
export function reduceSchema(document: DocumentObject, unread: unknown, sent: Sent, depth = 0): Record<string, unknown> {
  const schema = follow(document, unread);
  if (!isObject(schema) || depth > 16) return {};
  const reduce = (part: unknown, below: Sent) => reduceSchema(document, part, below, depth + 1);
  const { type, required, properties, additionalProperties: more, items } = schema;
  const values: unknown[] = Array.isArray(schema["enum"]) ? schema["enum"] : [];
  const isNullable = schema["nullable"] === true || schema["x-nullable"] === true;
  const branches = [...[schema["oneOf"] ?? []].flat(), ...[schema["anyOf"] ?? []].flat()].map((part) => reduce(part, sent));
  const all = [schema["allOf"] ?? []].flat().map((part) => reduce(part, sent)).filter((part) => Object.keys(part).length > 0);
  const isReadOnly = (name: string) => isObject(properties) && isTrueOf(follow(document, properties[name]), "readOnly");
  return {
    ...(type === undefined || type === "file" ? {} : { type: isNullable ? [...new Set([type, "null"].flat())] : type }),
    ...(values.length > 0 ? { enum: shortened([...new Set([...values, ...(isNullable ? [null] : [])])], sent) } : {}),
    ...Object.fromEntries(kept.filter((word) => schema[word] !== undefined && isUsable(word, schema[word])).map((word) => [word, schema[word]])),
    // OpenAPI 3.0's own way of saying it.
    ...(schema["exclusiveMinimum"] === true ? { minimum: undefined, exclusiveMinimum: schema["minimum"] } : {}),
    ...(schema["exclusiveMaximum"] === true ? { maximum: undefined, exclusiveMaximum: schema["maximum"] } : {}),
    ...(Array.isArray(required) ? listed("required", required.filter((name) => typeof name === "string" && !isReadOnly(name))) : {}),
    ...(isObject(properties) ? { properties: Object.fromEntries(Object.entries(properties).flatMap(([name, part]) => {
      const below = sent.keys.get(name);
      return below === undefined || isReadOnly(name) ? [] : [[name, reduce(part, below)]];
    })) } : {}),
    ...(more === undefined ? {} : { additionalProperties: typeof more === "boolean" ? more : reduce(more, merged(sent.keys)) }),
    ...(items === undefined ? {} : { items: reduce(items, sent.items ?? { keys: new Map(), texts: sent.texts }) }),
    ...listed("anyOf", unique(branches)),
    ...listed("allOf", unique(all)),
  };
}

function isTrueOf(value: unknown, key: string): boolean {
  return isObject(value) && value[key] === true;
}

function isUsable(word: string, value: unknown): boolean {
  if (typeof value === "boolean") return word === "const";
  if (word !== "pattern") return true;
  try {
    return new RegExp(String(value), "u").source !== "";
  } catch {
    return false;
  }
}

function shortened(values: unknown[], sent: Sent): unknown[] {
  if (values.length <= longList) return values;
  const sendable = values.filter((value) => sent.texts.has(String(value)));
  return sendable.length > 0 ? sendable : values.slice(0, longList);
}

function listed(word: string, values: unknown[]): Record<string, unknown[]> {
  return values.length === 0 ? {} : { [word]: values };
}

function unique(schemas: Record<string, unknown>[]): Record<string, unknown>[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}

function merged(keys: Map<string, Sent>): Sent {
  const whole = newSent();
  for (const { keys: below, items, texts } of keys.values()) {
    for (const [key, sent] of below) whole.keys.set(key, sent);
    if (items) whole.items = items;
    for (const text of texts) whole.texts.add(text);
  }
  return whole;
}
