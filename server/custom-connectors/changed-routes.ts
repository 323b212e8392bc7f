import type { ConnectorDraft } from "./schema";

/** The parts that decide where a credential goes and how, by field. */
function routesOf({ inputs, auth, api, verify }: ConnectorDraft): Record<string, unknown> {
  return {
    inputs: inputs.map(({ key, shape }) => [key, shape]),
    "api.baseUrl": api.baseUrl,
    "api.hosts": api.hosts,
    "api.headers": api.headers,
    "verify.host": verify.host ?? null,
    ...routesOfAuth(auth),
  };
}

function routesOfAuth(auth: ConnectorDraft["auth"]): Record<string, unknown> {
  switch (auth.kind) {
    case "api_key":
      return { "auth.kind": auth.kind, "auth.placement.template": auth.placement };
    case "bearer":
    case "basic":
      return { "auth.kind": auth.kind };
    case "client_credentials":
      return { "auth.kind": auth.kind, "auth.tokenUrl": auth.tokenUrl };
    case "oauth2":
      return { "auth.kind": auth.kind, "auth.authorizeUrl": auth.authorizeUrl, "auth.tokenUrl": auth.tokenUrl, "auth.revokeUrl": auth.revokeUrl ?? null, "auth.pkce": auth.pkce };
  }
}

/** The fields of the draft by which a credential would go elsewhere than before. */
export function changedRoutes(before: ConnectorDraft, after: ConnectorDraft): string[] {
  const [was, is] = [routesOf(before), routesOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => JSON.stringify(sorted(was[field])) !== JSON.stringify(sorted(is[field])));
}

/** jsonb does not keep the order of keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value ?? null;
  return Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
