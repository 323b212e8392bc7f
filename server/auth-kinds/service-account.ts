import type { KeyObject } from "node:crypto";
import { z } from "zod";
import type { ServiceAccount } from "@/server/catalog/connector";
import { tokenUrl } from "@/server/catalog/endpoints";
import { fieldFacts } from "@/server/catalog/field-facts";
import { AppError, isAppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import { buildAssertionRequest } from "@/server/oauth/protocol";
import { requestToken } from "@/server/oauth/request-token";
import { readPrivateKey, signAssertion } from "@/server/oauth/sign-assertion";
import type { TokenResult } from "@/server/oauth/token-result";
import { acquireToken } from "./acquire-token";
import { exchangeAssertion } from "./assertion";
import { defineAuthKind, type Presented } from "./auth-kind";
import { revealFields } from "./credential";
import { placeToken, revealField } from "./place-credential";
import { setHeader } from "./set-header";

/** RFC 7523: a private key signs an assertion, which is exchanged for an access token or is one, again whenever it runs out. */
export const serviceAccount = defineAuthKind("service_account", {
  apply: (head, credential, { assertion }) => {
    placeToken(head, assertion?.placement, credential, "access_token");
    for (const [name, value] of Object.entries(assertion?.headers ?? {})) setHeader(head, name, value);
  },
  acquire: async (presented) => {
    const facts = fieldFacts(presented.option, revealFields(presented.credential));
    return acquireToken(presented, await exchange(presented), presented.option.scopes, facts);
  },
  renew: (presented) => exchange(presented),
});

const fileKey = "service_account_json";
const defaultTtlSeconds = 3600;

function exchange(presented: Presented<ServiceAccount>): Promise<TokenResult> {
  const { assertion } = presented.option;
  return assertion ? exchangeAssertion(presented, assertion) : exchangeKeyFile(presented);
}

/** The parts of a key file that count. Its `token_uri` does not: whoever writes the file could have us post anywhere. */
const keyFile = z.object({
  client_email: z.string().min(3).max(320),
  private_key: z.string().min(1),
  private_key_id: z.string().max(200).optional(),
});

async function exchangeKeyFile({ runtime, connector, option, credential, facts, signal }: Presented<ServiceAccount>): Promise<TokenResult> {
  const file = readKeyFile(revealField(credential, fileKey));
  const subject = credential["subject"]?.reveal();
  const { tokenUrl: audience = "" } = option;
  const key = readKey(file.private_key);
  const assertion = await signAssertion(key, {
    algorithm: "RS256",
    issuer: file.client_email,
    audience,
    claims: { scope: option.scopes.join(" ") },
    ttlSeconds: defaultTtlSeconds,
    ...(subject ? { subject } : {}),
    ...(file.private_key_id ? { keyId: file.private_key_id } : {}),
  });
  const url = tokenUrl(connector, { tokenUrl: audience }, runtime.env.connectorEndpoints[connector.slug], facts);
  return requestToken(runtime.egress, buildAssertionRequest(url, "jwt_bearer", assertion), { accessTtlSeconds: defaultTtlSeconds }, signal);
}

function readKey(pem: string): KeyObject {
  try {
    return readPrivateKey(new Secret(pem), "RS256");
  } catch (error) {
    throw isAppError(error) ? unreadable("The private key in this service account file cannot be read. Download a new key file and use it unchanged.") : error;
  }
}

function readKeyFile(text: string): z.output<typeof keyFile> {
  const parsed = keyFile.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw unreadable("This is not a service account's key file. Download one of the type JSON, and use it unchanged.");
}

function unreadable(message: string): AppError {
  return new AppError("INVALID_REQUEST", message, { details: { fields: { [fileKey]: message } } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
