import type { Connector, Field, OAuth2 } from "@/server/catalog/connector";
import type { EndpointOverride } from "@/server/catalog/endpoints";
import { templateNames } from "@/server/catalog/template-names";

/** The inputs of a connector that the address of its token endpoint is made of, by themselves or by what a choice means. */
export function tokenInputs(connector: Connector, option: Pick<OAuth2, "tokenUrl">, endpoints: EndpointOverride): Field[] {
  if (endpoints?.tokenUrl !== undefined) return [];
  const names = new Set(templateNames(option.tokenUrl));
  return connector.inputs.filter(({ key, options = [] }) => names.has(key) || options.some(({ facts = {} }) => Object.keys(facts).some((name) => names.has(name))));
}

/** Whether whoever fills the inputs chooses where the token endpoint is: the host ends with what they wrote. */
export function isTokenHostOpen(connector: Connector, option: Pick<OAuth2, "tokenUrl">, endpoints: EndpointOverride): boolean {
  if (endpoints?.tokenUrl !== undefined) return false;
  const last = /^https:\/\/[^/]*\{(\w+)\}(?:\/|$)/.exec(option.tokenUrl)?.[1];
  return connector.inputs.some(({ key, options }) => key === last && options === undefined);
}
