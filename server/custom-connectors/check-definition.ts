import { getPublicSuffix } from "tldts";
import { broken, type BrokenRule } from "@/server/catalog/broken-rule";
import { addressesOfAuth } from "@/server/catalog/check-addresses";
import { checkConnector } from "@/server/catalog/check-connector";
import type { Connector } from "@/server/catalog/connector";
import { fillUrl } from "@/server/catalog/fill-url";
import { templateNames } from "@/server/catalog/template-names";
import { AppError, isAppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { compileDefinition } from "./compile-definition";
import { maxDefinitionBytes } from "./limits.schema";
import type { ConnectorDraft } from "./schema";

/** An address that a credential is sent to or got from, by the field it stands in. */
export type Address = { field: string; template: string };

/**
 * Compiles a draft and holds it to the rules of the catalog, and to what may be reached from here. Throws
 * `INVALID_REQUEST` with `details.fields`: by field of the draft, the rule that it breaks.
 */
export function requireSoundDefinition(runtime: Runtime, slug: string, version: number, draft: ConnectorDraft): Connector {
  if (Buffer.byteLength(JSON.stringify(draft)) > maxDefinitionBytes) throw new AppError("INVALID_REQUEST", "The definition is over 48 KB. Take a smaller logo, or fewer values and scopes.");
  const connector = compileDefinition(slug, version, draft);
  const found = [...checkConnector(connector), ...checkWildcards(connector)];
  // An address that is none cannot be asked about.
  const rules = found.length > 0 ? found : addressesOf(connector).flatMap((address) => checkReach(runtime, connector, address));
  if (rules.length === 0) return connector;
  const fields = Object.fromEntries(rules.toReversed().map(({ field, rule }) => [draftField(field), rule]));
  const [first] = rules;
  const sentence = rules.length === 1 && first ? `${draftField(first.field)}: ${first.rule}` : `${Object.keys(fields).length} fields need attention: ${Object.keys(fields).join(", ")}.`;
  throw new AppError("INVALID_REQUEST", sentence, { details: { fields } });
}

/** Every address of a definition, once. */
export function addressesOf(connector: Connector): Address[] {
  const { api } = connector;
  const base = Object.values(api?.perKind ?? {})[0] ?? api?.baseUrl ?? "";
  return [
    { field: "api.baseUrl", template: base },
    ...(api?.hosts ?? []).map((host) => ({ field: "api.hosts", template: `https://${host.replace(/^\*\./, "any.")}` })),
    ...addressesOfAuth(connector).map(([field, template]) => ({ field, template })),
  ];
}

/** A template with the examples in it that the form shows. Throws `INVALID_REQUEST` where that is no address. */
export function exampleAddress(connector: Connector, template: string): URL {
  const { origin, path } = fillUrl(template, Object.fromEntries(connector.inputs.map(({ key, example }) => [key, example])));
  return new URL(origin + path);
}

function checkReach(runtime: Runtime, connector: Connector, { field, template }: Address): BrokenRule[] {
  try {
    runtime.egress.checkUrl(exampleAddress(connector, template));
    return [];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [{ field, rule: error.message }];
  }
}

/** A credential must not go to whoever registers the next name under a suffix such as `co.uk` or `herokuapp.com`. */
function checkWildcards({ api }: Connector): BrokenRule[] {
  return (api?.hosts ?? []).flatMap((host) => {
    if (!host.startsWith("*.")) return [];
    const domain = host.slice(2);
    const isPublic = getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;
    return broken(
      ["api.hosts", templateNames(host).length === 0, `${host} is a wildcard over a value that people enter. Name a fixed domain.`],
      ["api.hosts", !isPublic, `${host} is a wildcard over ${domain}, under which anybody can register a name. Name a domain of the vendor, such as *.example.com.`],
    );
  });
}

/** The draft has one way to connect, and its base address is in one field. */
function draftField(field: string): string {
  return field
    .replace(/^auth\.0\.fields\..*/, "auth.label")
    .replace(/^auth\.0\b/, "auth")
    .replace(/^auth\.revoke\.url$/, "auth.revokeUrl")
    .replace(/^auth\.placement.*/, "auth.placement.template")
    .replace(/^api\.perKind\..*/, "api.baseUrl")
    .replace(/^api\.headers\..*/, "api.headers");
}
