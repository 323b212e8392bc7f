import { freeze } from "@/server/catalog/freeze";
import type { AuthOption, Connector, Field, GuideStep } from "@/server/catalog/connector";
import type { ErrorShape } from "@/server/catalog/operation";
import { logoAddress } from "./logo.schema";
import type { ConnectorDraft } from "./schema";

type Auth = ConnectorDraft["auth"];

/** The definition that a draft stands for, of the same type as the catalog's own. */
export function compileDefinition(slug: string, version: number, draft: ConnectorDraft): Connector {
  const { name, category, description, website, docsUrl = website, inputs, auth, api, verify, pagination } = draft;
  const { origin, path } = splitBase(api.baseUrl);
  const logo = logoAddress(draft.logo);
  return freeze<Connector>({
    slug,
    name,
    category,
    description,
    synonyms: [],
    website,
    docsUrl,
    sources: [],
    popularity: 0,
    custom: { version, logo: { light: logo, dark: logo } },
    inputs: inputs.map(compileInput),
    auth: [compileAuth(name, auth)],
    api: {
      baseUrl: origin,
      ...(path === "" ? {} : { perKind: { [auth.kind]: api.baseUrl } }),
      hosts: api.hosts,
      headers: api.headers,
      ...(api.errors ? { errors: errorsOf(api.errors) } : {}),
    },
    verify: { method: verify.method, path: verify.path, ...(verify.host === undefined ? {} : { host: verify.host }), account: verify.account },
    operations: [],
    settings: [],
    ...(pagination ? { pagination } : {}),
    defaultVisibility: "workspace",
  });
}

/** `https://api.example.com/v2` → the origin, and `/v2`. */
function splitBase(baseUrl: string): { origin: string; path: string } {
  const [, origin = baseUrl, path = ""] = /^(https:\/\/[^/]+)(.*)$/.exec(baseUrl) ?? [];
  return { origin, path };
}

const shapes = {
  name: { pattern: "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?", patternHint: "Letters, digits and dashes, such as acme." },
  host: { pattern: "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61})(?:\\.[A-Za-z0-9-]{1,63})+", patternHint: "A host name such as acme.example.com, without https:// or a path." },
  id: { pattern: "[A-Za-z0-9_.~-]{1,100}", patternHint: "Letters, digits, dots, dashes and underscores." },
};

function compileInput({ key, label, example, shape, help }: ConnectorDraft["inputs"][number]): Field {
  return { key, label, example, secret: false, required: true, ...shapes[shape], ...(help === undefined || help === "" ? {} : { help }) };
}

function compileAuth(name: string, auth: Auth): AuthOption {
  const guide = guideOf(name, auth);
  switch (auth.kind) {
    case "api_key":
      return { kind: "api_key", label: auth.label, guide, fields: [secretField("api_key", auth.label, auth)], placement: auth.placement };
    case "bearer":
      return { kind: "bearer", label: auth.label, guide, fields: [secretField("token", auth.label, auth)] };
    case "basic":
      return { kind: "basic", label: `${auth.usernameLabel} and ${auth.passwordLabel}`, guide, fields: [{ ...secretField("username", auth.usernameLabel, auth), secret: false }, secretField("password", auth.passwordLabel, auth)] };
    case "client_credentials":
      return {
        kind: "client_credentials",
        label: "Client credentials",
        guide,
        fields: [{ ...secretField("client_id", "Client ID", auth), secret: false }, secretField("client_secret", "Client secret", auth)],
        tokenUrl: auth.tokenUrl,
        clientAuthentication: auth.clientAuthentication,
        ...(auth.scope === undefined || auth.scope === "" ? {} : { scope: auth.scope }),
      };
    case "oauth2":
      return {
        kind: "oauth2",
        label: `Sign in to ${name}`,
        guide,
        authorizeUrl: auth.authorizeUrl,
        tokenUrl: auth.tokenUrl,
        ...(auth.revokeUrl === undefined ? {} : { revoke: { url: auth.revokeUrl, style: "rfc7009", token: auth.refresh === "none" ? "access_token" : "refresh_token" } }),
        clientAuthentication: auth.clientAuthentication,
        pkce: auth.pkce,
        scopeSeparator: auth.scopeSeparator,
        scopes: auth.scopes,
        authorizeParams: auth.authorizeParams,
        refresh: { mode: auth.refresh, accessTtlSeconds: null },
      };
  }
}

function secretField(key: string, label: string, { whereText, whereUrl }: Pick<Auth, "whereText" | "whereUrl">): Field {
  const where = whereText === undefined || whereText === "" ? undefined : { text: whereText, ...(whereUrl === undefined ? {} : { url: whereUrl }) };
  return { key, label, secret: true, required: true, example: "sample-value", ...(where ? { where } : {}) };
}

function guideOf(name: string, auth: Auth): GuideStep[] {
  // Braces are for addresses of ours; of a person's text they are taken out.
  const vendor = name.replace(/[{}]/g, "");
  const link = auth.whereUrl === undefined ? {} : { url: auth.whereUrl };
  if (auth.kind === "oauth2") {
    return [
      { text: `Open the developer settings of ${vendor} and register an OAuth app.`, ...link },
      { text: "Enter this callback address, exactly as it stands:", copy: "{callbackUrl}" },
      { text: "Copy the client ID and the client secret into Patchbay, under Settings, OAuth apps." },
    ];
  }
  return [
    { text: `Sign in to ${vendor} with the account that is to be connected.`, ...link },
    { text: "Find or make the credential there, with no more rights than it needs." },
    { text: "Copy it and paste it here." },
  ];
}

function errorsOf({ failedWhen, code, message }: NonNullable<ConnectorDraft["api"]["errors"]>): ErrorShape {
  return { ...(failedWhen === undefined ? {} : { failedWhen }), ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
}
