import type { CredentialFields } from "@/server/auth-kinds/credential";
import { withoutSecrets } from "@/server/auth-kinds/credential";
import { authKind } from "@/server/auth-kinds/registry";
import type { Lookup } from "@/server/catalog/auth-option";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { vendorUrl } from "@/server/catalog/endpoints";
import { fillTemplate } from "@/server/catalog/fill-template";
import { fixedHeaders } from "@/server/catalog/fixed-headers";
import { readPath } from "@/server/catalog/read-path";
import { templateNames } from "@/server/catalog/template-names";
import { AppError } from "@/server/lib/errors";
import { scrubText } from "@/server/lib/log";
import type { Runtime } from "@/server/runtime/runtime";

type Signed = { connector: Connector; option: OAuth2; credential: CredentialFields; facts: Readonly<Record<string, string>> };

const limits = { timeoutMs: 10_000, maxResponseBytes: 1024 * 1024 };

/**
 * What the URLs need and only the API tells, such as Atlassian's site. Throws `INVALID_REQUEST` where the account has
 * none, `CREDENTIAL_REFUSED` where the vendor will not say, `SERVICE_UNAVAILABLE` where it cannot.
 */
export async function lookUpFacts(runtime: Runtime, { connector, option, credential, facts }: Signed): Promise<Record<string, string>> {
  const { lookup } = option;
  if (!lookup) return {};
  const url = new URL(vendorUrl(connector, lookup.url, runtime.env.connectorEndpoints[connector.slug], facts));
  const head = { url, method: lookup.method, body: null, headers: { accept: "application/json", "user-agent": "Patchbay", ...fixedHeaders(connector, facts) } };
  authKind(option.kind).apply(head, credential, option, facts);
  const answer = await runtime.egress.request({ ...head, ...limits });
  const text = await answer.text();
  const detail = scrubText(withoutSecrets(`HTTP ${answer.status} of ${url.pathname}`, option, credential));
  if (answer.status >= 500 || answer.status === 429) throw new AppError("SERVICE_UNAVAILABLE", `${connector.name} does not answer properly right now. Nothing was connected. Try again in a few minutes.`, { details: { provider: connector.slug }, detail });
  if (answer.status >= 300) throw new AppError("CREDENTIAL_REFUSED", `${connector.name} let you sign in, but does not say which account this is. Start again, and allow all that is asked for.`, { details: { provider: connector.slug }, detail });
  const body = chosenOf(lookup, parseJson(text), facts);
  const found = Object.entries(lookup.pick).map(([name, path]): [string, unknown] => [name, readPath(body, path)]);
  const told = found.flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value] as const] : typeof value === "number" ? [[name, String(value)] as const] : []));
  if (told.length < found.length) throw new AppError("INVALID_REQUEST", lookup.missing ?? `${connector.name} let you sign in, but shows nothing there that could be connected. Ask there for access, then start again.`, { details: { provider: connector.slug }, detail });
  return Object.fromEntries(told);
}

function chosenOf({ choose }: Lookup, body: unknown, facts: Signed["facts"]): unknown {
  if (!choose || !Array.isArray(body)) return choose ? null : body;
  const items: unknown[] = body;
  const wanted = templateNames(choose.equals).every((name) => facts[name]) ? fillTemplate(choose.equals, facts) : null;
  return wanted === null ? items[0] : items.find((item) => String(readPath(item, choose.path)).toLowerCase() === wanted.toLowerCase());
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
