import type { Field } from "./connector";

/** What a person might enter into this field: its example, or for a dropped JSON file one with the keys it has to have. */
export function fieldExample(field: Field): string {
  return field.jsonKeys ? JSON.stringify(Object.fromEntries(field.jsonKeys.map((key) => [key, "sample-value"]))) : field.example;
}
