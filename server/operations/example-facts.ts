import type { AuthOption, Connector } from "@/server/catalog/connector";
import { choiceFacts } from "@/server/catalog/choice-facts.schema";
import { fieldExample } from "@/server/catalog/field-example";

/** The values that a connection of this connector has, as its forms' examples say. */
export function exampleFacts(connector: Connector): Record<string, string> {
  const inputs = Object.fromEntries(connector.inputs.map((field): [string, string] => [field.key, field.example]));
  const facts = connector.auth.flatMap((option) => ("facts" in option ? (option.facts ?? []) : []).flatMap((fact): [string, string][] => {
    const field = optionFields(option).find((candidate) => candidate.key === fact.field);
    const value = new RegExp(`^(?:${fact.pattern})$`, "u").exec(field ? fieldExample(field) : "")?.[1];
    return value === undefined ? [] : [[fact.name, value]];
  }));
  return { ...inputs, ...choiceFacts(connector.inputs, inputs), ...Object.fromEntries(facts) };
}

function optionFields(option: AuthOption) {
  return "fields" in option ? option.fields : [];
}
