import { callbackUrl } from "@/server/catalog/callback-url";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { cleanValue } from "@/server/catalog/field.schema";
import { AppError } from "@/server/lib/errors";
import { scrubText } from "@/server/lib/log";
import type { Secret } from "@/server/lib/secret";
import { hasShopifyHmac, isExpectedIssuer } from "./check-callback";
import { explainAuthorizationError } from "./explain-failure";

export type CallbackQuestion = {
  connector: Connector;
  option: OAuth2;
  publicUrl: string;
  clientSecret: Secret;
  /** The `issuer` that must answer; undefined where none is advertised. */
  issuer: string | undefined;
  /** What the flow was started with. */
  inputs: Readonly<Record<string, string>>;
};

export type CallbackAnswer = { code: string; facts: Record<string, string> };

/**
 * Reads what the vendor sent the browser back with. Throws `INVALID_REQUEST` with a sentence for the person when it
 * came from someone else, says no, or lacks something.
 */
export function readCallback(question: CallbackQuestion, query: URLSearchParams): CallbackAnswer {
  const { connector, option, clientSecret } = question;
  const vendor = connector.name;
  if (!isExpectedIssuer(question.issuer, query)) {
    throw refuse(`The answer does not come from ${vendor}. For your safety nothing was connected. Start again; if it happens again, tell an admin.`, `iss is ${query.getAll("iss").join(", ") || "missing"}`);
  }
  if (option.callbackHmac === "shopify" && !hasShopifyHmac(query, clientSecret)) {
    throw refuse(`The answer is not signed by ${vendor} for this OAuth app. Nothing was connected. An admin can check the client secret under Settings, OAuth apps.`, "hmac does not match");
  }
  const error = query.get("error");
  if (error !== null) {
    const said = [error, query.get("error_description")].filter(Boolean).join(": ");
    throw refuse(explainAuthorizationError(error, { vendor, callbackUrl: callbackUrl(question.publicUrl, connector.slug) }), said);
  }
  const code = query.get("code");
  if (!code) throw refuse(`${vendor} sent you back without its answer. Nothing was connected. Start again.`, "no code");
  return { code, facts: readCallbackFacts(question, query) };
}

/** The vendor names the place it answers for; it has to be the one that was asked. */
function readCallbackFacts({ connector, option, inputs }: CallbackQuestion, query: URLSearchParams): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const name of option.callbackFacts ?? []) {
    const field = connector.inputs.find(({ key }) => key === name);
    const told = query.get(name) ?? "";
    const value = field ? cleanValue(field, told) : told;
    if (value === "") throw refuse(`${connector.name} sent you back without saying which account it was. Nothing was connected. Start again.`, `no ${name}`);
    const asked = inputs[name];
    if (asked !== undefined && asked.toLowerCase() !== value.toLowerCase()) {
      throw refuse(`${connector.name} answered for ${value}, but ${asked} was asked. Nothing was connected. Sign in to ${asked} there and start again.`, `${name} differs`);
    }
    facts[name] = value;
  }
  return facts;
}

function refuse(message: string, detail: string): AppError {
  return new AppError("INVALID_REQUEST", message, { detail: scrubText(detail).slice(0, 500) });
}
