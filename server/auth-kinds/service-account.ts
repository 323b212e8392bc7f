import { z } from "zod";
import type { ServiceAccount } from "@/server/catalog/connector";
import { tokenUrl } from "@/server/catalog/endpoints";
import { fieldFacts } from "@/server/catalog/field-facts";
import { AppError, isAppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import { buildJwtBearerRequest } from "@/server/oauth/protocol";
import { requestToken } from "@/server/oauth/request-token";
import { signAssertion } from "@/server/oauth/sign-assertion";
import type { TokenResult } from "@/server/oauth/token-result";
import { acquireToken } from "./acquire-token";
import { defineAuthKind, type Presented } from "./auth-kind";
import { revealFields } from "./credential";
import { placeToken, revealField } from "./place-credential";

/** RFC 7523: a key file signs an assertion, which is exchanged for an access token, again whenever it runs out. */
export const serviceAccount = defineAuthKind("service_account", {
  apply: (head, credential) => placeToken(head, undefined, credential, "access_token"),
  acquire: async (presented) => {
    const facts = fieldFacts(presented.option, revealFields(presented.credential));
    return acquireToken(presented, await exchange(presented), presented.option.scopes, facts);
  },
  renew: (presented) => exchange(presented),
});

const fileKey = "service_account_json";
const defaultTtlSeconds = 3600;

/** The parts of a key file that count. Its `token_uri` does not: whoever writes the file could have us post anywhere. */
const keyFile = z.object({
  client_email: z.string().min(3).max(320),
  private_key: z.string().min(1),
  private_key_id: z.string().max(200).optional(),
});

async function exchange({ runtime, connector, option, credential, facts, signal }: Presented<ServiceAccount>): Promise<TokenResult> {
  const file = readKeyFile(revealField(credential, fileKey));
  const assertion = await signAssertion({
    issuer: file.client_email,
    subject: credential["subject"]?.reveal(),
    audience: option.tokenUrl,
    scopes: option.scopes,
    privateKey: new Secret(file.private_key),
    keyId: file.private_key_id,
  }).catch((error: unknown) => {
    throw isAppError(error) ? unreadable(error.message) : error;
  });
  const url = tokenUrl(connector, option, runtime.env.connectorEndpoints[connector.slug], facts);
  return requestToken(runtime.egress, buildJwtBearerRequest(url, assertion), { accessTtlSeconds: defaultTtlSeconds }, signal);
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
