import { AppError } from "@/server/lib/errors";
import type { Connector } from "./connector";
import { choiceFacts } from "./choice-facts.schema";
import { checkField, cleanValue, matchesFully } from "./field.schema";

/**
 * The values that may stand in the connector's URLs: its inputs (with their defaults), declared facts, each in the
 * shape it has to have, and before all what a choice among the inputs means. Names that the connector does not know are dropped. Throws `INVALID_REQUEST` for a bad value.
 */
export function readFacts(connector: Connector, given: Readonly<Record<string, string>>): Record<string, string> {
  const facts: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const input of connector.inputs) {
    const value = cleanValue(input, Object.hasOwn(given, input.key) ? (given[input.key] ?? "") : "");
    const problem = value === "" ? null : checkField(input, value);
    if (problem !== null) problems[input.key] = problem;
    else if (value !== "") facts[input.key] = value;
  }
  for (const { name, pattern } of connector.facts ?? []) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === "") continue;
    if (matchesFully(pattern, value)) facts[name] = value;
    else problems[name] = `${connector.name} told a value that is not one of its own.`;
  }
  Object.assign(facts, choiceFacts(connector.inputs, given));
  if (Object.keys(problems).length === 0) return facts;
  throw new AppError("INVALID_REQUEST", `${connector.name}: ${Object.values(problems).join(" ")}`, { details: { fields: problems } });
}
