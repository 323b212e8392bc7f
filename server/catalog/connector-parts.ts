import type { AuthOption, Connector, Field, FieldFact, OAuth2, Verification } from "./connector";
import { templateNames } from "./template-names";

// What a definition is made of, for whoever checks one.

export const optionFields = (option: AuthOption): Field[] => ("fields" in option ? option.fields : []);
export const optionFacts = (option: AuthOption): FieldFact[] => ("facts" in option ? (option.facts ?? []) : []);
export const oauthOf = (connector: Connector): OAuth2[] => connector.auth.flatMap((option) => (option.kind === "oauth2" ? [option] : []));
export const allFields = (connector: Connector): Field[] => [...connector.inputs, ...connector.auth.flatMap(optionFields), ...connector.settings];
/** The facts that a choice tells. They are the same for each choice of an input. */
export const toldByChoice = (input: Field): string[] => Object.keys(input.options?.[0]?.facts ?? {});

/** What may stand between braces in an address. */
export function addressNames(connector: Connector): Set<string> {
  return new Set([...connector.inputs.flatMap((input) => [input.key, ...toldByChoice(input)]), ...(connector.facts ?? []).map((fact) => fact.name)]);
}

const signedFields = { aws_sigv4: ["access_key_id", "secret_access_key"], oauth1: ["consumer_key", "consumer_secret", "token_id", "token_secret"] };

/** The fields that a way to connect puts on a request or into the request for a token. */
export function placedNames(option: AuthOption): string[] {
  const placement = "placement" in option ? option.placement : option.kind === "service_account" ? option.assertion?.placement : undefined;
  const placed = [placement ?? []].flat().flatMap((place) => {
    if (place.in === "aws_sigv4" || place.in === "oauth1") return signedFields[place.in];
    return (place.in === "basic" ? [place.username, place.password] : [place.template]).flatMap(templateNames);
  });
  const { privateKey, passphrase, certificate } = (option.kind === "service_account" && option.assertion) || {};
  return [...placed, ...[privateKey, passphrase, certificate].filter((name) => name !== undefined)];
}

/** Every call that may verify a credential, with where it stands in the definition. */
export function verifications(connector: Connector): [field: string, call: Omit<Verification, "perKind">][] {
  const { verify } = connector;
  if (!verify) return [];
  const own: [string, Omit<Verification, "perKind">][] = [["verify", verify], ...Object.entries(verify.perKind ?? {}).map(([kind, call]): [string, Omit<Verification, "perKind">] => [`verify.perKind.${kind}`, call])];
  return own.flatMap(([field, call]) => [[field, call], ...(call.alternatives ?? []).map((other, place): [string, Omit<Verification, "perKind">] => [`${field}.alternatives.${place}`, other])]);
}
