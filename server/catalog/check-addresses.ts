import { addressNames, oauthOf, optionFacts, toldByChoice, verifications } from "./connector-parts";
import type { Connector } from "./connector";
import { broken, type BrokenRule } from "./broken-rule";
import { templateNames } from "./template-names";

/** Where credentials go: over https, to hosts that the definition names, at addresses filled from what it declares. */
export function checkAddresses(connector: Connector): BrokenRule[] {
  return [...checkNames(connector), ...checkSchemes(connector), ...checkHosts(connector), ...checkDeclared(connector)];
}

/** Every template that a URL or a header is made of. */
function templatesOf(connector: Connector): [string, string][] {
  const { api } = connector;
  return [
    ...(api ? [["api.baseUrl", api.baseUrl] as [string, string], ...api.hosts.map((host): [string, string] => ["api.hosts", host])] : []),
    ...Object.entries(api?.headers ?? {}).map(([name, value]): [string, string] => [`api.headers.${name}`, value]),
    ...Object.entries(api?.perKind ?? {}).map(([kind, base]): [string, string] => [`api.perKind.${kind}`, base]),
    ...addressesOfAuth(connector),
    ...oauthOf(connector).map(({ lookup }): [string, string] => ["auth.lookup.choose", lookup?.choose?.equals ?? ""]),
    ...verifications(connector).flatMap(([field, call]): [string, string][] => [
      [`${field}.path`, call.path],
      [`${field}.host`, call.host ?? ""],
      ...call.account.id.map((candidate): [string, string] => [`${field}.account.id`, candidate]),
      ...call.account.label.map((candidate): [string, string] => [`${field}.account.label`, candidate]),
    ]),
  ];
}

/** Where tokens come from and end, by field; what a way to connect does not have is left out. */
export function addressesOfAuth(connector: Connector): [field: string, address: string][] {
  return connector.auth.flatMap((option, place) => {
    const own = option.kind === "oauth2" ? option : undefined;
    const found: [string, string | undefined][] = [
      ["tokenUrl", "tokenUrl" in option ? option.tokenUrl : undefined],
      ["authorizeUrl", own?.authorizeUrl],
      ["revoke.url", own?.revoke?.url.replace("{client_id}", "")],
      ["lookup.url", own?.lookup?.url],
      ["exchange.afterCode.url", own?.exchange?.afterCode?.url],
      ["exchange.renew.url", own?.exchange?.renew.url],
    ];
    return found.flatMap(([name, address]): [string, string][] => (address === undefined ? [] : [[`auth.${place}.${name}`, address]]));
  });
}

function checkNames(connector: Connector): BrokenRule[] {
  const names = addressNames(connector);
  const known = names.size === 0 ? "This connector asks for no values." : `The values that it asks for: ${[...names].join(", ")}.`;
  return templatesOf(connector).flatMap(([field, template]) => templateNames(template).flatMap((name) => broken([field, names.has(name), `{${name}} is not known here. ${known}`])));
}

function checkSchemes(connector: Connector): BrokenRule[] {
  const { api, website, docsUrl, auth } = connector;
  const kinds = auth.map((option) => option.kind);
  return [
    ...[["website", website], ["docsUrl", docsUrl]].flatMap(([field = "", url = ""]) => broken([field, URL.canParse(url) && new URL(url).protocol === "https:", "The address has to begin with https://."])),
    ...addressesOfAuth(connector).flatMap(([field, address]) => broken([field, /^(https:\/\/[^/{]|https:\/\/\{\w+\}|\{\w+\})/.test(address), "The address has to begin with https://."])),
    ...broken(["api.baseUrl", /^(https:\/\/[^/\s?#@]+|\{\w+\})$/.test(api?.baseUrl ?? "https://x"), "The address has to begin with https:// and end with the host."]),
    ...Object.entries(api?.perKind ?? {}).flatMap(([kind, base]) =>
      broken(
        [`api.perKind.${kind}`, /^https:\/\/[^/]+(\/[^/]+)*$/.test(base), "The address has to begin with https:// and end without a slash."],
        [`api.perKind.${kind}`, kinds.some((own) => own === kind), "An address of its own is only for a way to connect that there is."],
      ),
    ),
  ];
}

function checkHosts({ api }: Connector): BrokenRule[] {
  return [
    ...(api?.hosts ?? []).flatMap((host) =>
      broken(
        ["api.hosts", !host.startsWith("*.") || host.split(".").length >= 3, `${host} is a wildcard over a whole registry. Name a domain of the vendor, such as *.example.com.`],
        ["api.hosts", /^((\*\.)?[a-z0-9{}_-]+(\.[a-z0-9{}_-]+)+|\{\w+\})$/.test(host), `${host} is not a host. Write a name in small letters such as uploads.example.com, without https:// or a path.`],
      ),
    ),
    ...Object.keys(api?.headers ?? {}).flatMap((name) => broken([`api.headers.${name}`, name === name.toLowerCase(), "Names of headers are written in small letters."])),
  ];
}

/** A fact that is told has to be declared, with the shape that it must have before it stands in an address. */
function checkDeclared(connector: Connector): BrokenRule[] {
  const names = addressNames(connector);
  const declared = new Set((connector.facts ?? []).map((fact) => fact.name));
  return [
    ...connector.auth.flatMap((option, place) => {
      const told = [
        ...optionFacts(option).map((fact) => fact.name),
        ...("tokenFacts" in option ? (option.tokenFacts ?? []) : []),
        ...Object.keys((option.kind === "oauth2" && option.lookup?.pick) || {}),
        ...Object.keys((option.kind === "client_credentials" && option.signIn?.facts) || {}),
      ];
      const fromCallback = option.kind === "oauth2" ? (option.callbackFacts ?? []) : [];
      return [
        ...told.flatMap((name) => broken([`auth.${place}`, declared.has(name), `The fact ${name} is not declared.`])),
        ...fromCallback.flatMap((name) => broken([`auth.${place}.callbackFacts`, names.has(name), `The fact ${name} is not declared.`])),
      ];
    }),
    // What a choice means is the definition's own and told by nobody else.
    ...connector.inputs.flatMap((input, place) => toldByChoice(input).flatMap((name) => broken([`inputs.${place}.options`, !declared.has(name), `The choice tells ${name}, which is a fact already.`]))),
  ];
}
