import type { Connector, Field, OAuth2 } from "@/server/catalog/connector";
import type { EndpointOverride } from "@/server/catalog/endpoints";
import { checkField } from "@/server/catalog/field.schema";
import { templateNames } from "@/server/catalog/template-names";

/** The inputs of a connector that the address of its token endpoint is made of, by themselves or by what a choice means. */
export function tokenInputs(connector: Connector, option: Pick<OAuth2, "tokenUrl">, endpoints: EndpointOverride): Field[] {
  if (endpoints?.tokenUrl !== undefined) return [];
  const names = new Set(templateNames(option.tokenUrl));
  return connector.inputs.filter(({ key, options = [] }) => names.has(key) || options.some(({ facts = {} }) => Object.keys(facts).some((name) => names.has(name))));
}

/** The input that lets whoever fills it choose where the token endpoint is: the host ends with what they write, and any host will do. */
export function openTokenHost(connector: Connector, option: Pick<OAuth2, "tokenUrl">, endpoints: EndpointOverride): Field | undefined {
  if (endpoints?.tokenUrl !== undefined) return undefined;
  const last = /^https:\/\/[^/]*\{(\w+)\}(?:\/|$)/.exec(option.tokenUrl)?.[1];
  return connector.inputs.find((field) => field.key === last && field.options === undefined && checkField(field, "somewhere.example") === null);
}
