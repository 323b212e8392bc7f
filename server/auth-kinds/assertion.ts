import type { KeyObject } from "node:crypto";
import type { AssertionShape, ServiceAccount } from "@/server/catalog/auth-option";
import { tokenUrl, vendorUrl } from "@/server/catalog/endpoints";
import { fieldFacts } from "@/server/catalog/field-facts";
import { fillCased } from "@/server/catalog/fill-template";
import { AppError, isAppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import { buildAssertionRequest } from "@/server/oauth/protocol";
import { requestToken } from "@/server/oauth/request-token";
import { certificateSha256, publicKeySha256, readPrivateKey, signAssertion } from "@/server/oauth/sign-assertion";
import type { TokenResult } from "@/server/oauth/token-result";
import type { Presented } from "./auth-kind";
import { revealFields } from "./credential";
import { revealField } from "./place-credential";

const defaultTtlSeconds = 3600;

/** Makes the assertion that a definition describes, and exchanges it for an access token where it is not itself one. */
export async function exchangeAssertion(presented: Presented<ServiceAccount>, shape: AssertionShape): Promise<TokenResult> {
  const { runtime, connector, option, credential, facts, signal } = presented;
  const key = readKey(shape, credential);
  const values = valuesOf(presented, key);
  const assertion = await sign(shape, key, values, credential);
  if (shape.grant === "self_signed") return selfSigned(assertion, shape.ttlSeconds);
  const url = tokenUrl(connector, { tokenUrl: option.tokenUrl ?? "" }, runtime.env.connectorEndpoints[connector.slug], facts);
  const params = fillAll(shape.params ?? {}, values);
  if (option.scopes.length > 0) params["scope"] ??= option.scopes.join(" ");
  const request = buildAssertionRequest(url, shape.grant, assertion, params);
  return requestToken(runtime.egress, request, { accessTtlSeconds: defaultTtlSeconds, ...(option.tokenFacts ? { tokenFacts: option.tokenFacts } : {}) }, signal);
}

function readKey(shape: AssertionShape, credential: Presented<ServiceAccount>["credential"]): KeyObject {
  const secret = new Secret(revealField(credential, shape.privateKey));
  const passphrase = shape.passphrase === undefined ? undefined : credential[shape.passphrase];
  return atField(shape.privateKey, () => readPrivateKey(secret, shape.algorithm, passphrase));
}

function sign(shape: AssertionShape, key: KeyObject, values: Readonly<Record<string, string>>, credential: Presented<ServiceAccount>["credential"]): Promise<Secret> {
  const { certificate, keyId } = shape;
  const pem = certificate === undefined ? undefined : revealField(credential, certificate);
  return signAssertion(key, {
    algorithm: shape.algorithm,
    issuer: fillCased(shape.issuer, values),
    subject: fillCased(shape.subject, values),
    audience: fillCased(shape.audience, values),
    claims: fillAll(shape.claims ?? {}, values),
    ttlSeconds: shape.ttlSeconds,
    hasId: true,
    ...(keyId === undefined ? {} : { keyId: fillCased(keyId, values) }),
    ...(pem === undefined ? {} : { certificateHash: atField(certificate ?? "", () => certificateSha256(pem, key)) }),
  });
}

/** What templates may take: no field that is secret ever stands in an assertion. */
function valuesOf({ connector, option, credential, facts }: Presented<ServiceAccount>, key: KeyObject): Record<string, string> {
  const shown = new Set(option.fields.filter((field) => !field.secret).map((field) => field.key));
  const given = Object.fromEntries(Object.entries(revealFields(credential)).filter(([name]) => shown.has(name)));
  const told = { ...facts, ...fieldFacts(option, given) };
  const url = option.tokenUrl === undefined ? "" : vendorUrl(connector, option.tokenUrl, undefined, told);
  return { ...told, ...given, token_url: url, public_key_sha256: publicKeySha256(key) };
}

function fillAll(templates: Readonly<Record<string, string>>, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, fillCased(template, values)]));
}

function selfSigned(assertion: Secret, ttlSeconds: number): TokenResult {
  return { kind: "ok", tokens: { accessToken: assertion, refreshToken: null, expiresAt: new Date(Date.now() + ttlSeconds * 1_000), refreshExpiresAt: null, scopes: null, facts: {} } };
}

/** What is wrong with a key is said at its field. */
function atField<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isAppError(error) && error.code === "INVALID_REQUEST" ? new AppError("INVALID_REQUEST", error.message, { details: { fields: { [field]: error.message } } }) : error;
  }
}
