import type { Field } from "./field";
import { cleanValue } from "./field.schema";

/** What the choices among a connector's inputs mean for its addresses, such as a region's hosts. Runs in the browser too. */
export function choiceFacts(inputs: readonly Field[], given: Readonly<Record<string, string>>): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const input of inputs) {
    const value = cleanValue(input, Object.hasOwn(given, input.key) ? (given[input.key] ?? "") : "");
    Object.assign(facts, input.options?.find((option) => option.value === value)?.facts);
  }
  return facts;
}
