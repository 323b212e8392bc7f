import type { AuthKind } from "@/server/catalog/connector";
import { apiKey } from "./api-key";
import type { AuthKindDefinition } from "./auth-kind";
import { basic } from "./basic";
import { bearer } from "./bearer";
import { clientCredentials } from "./client-credentials";
import { database } from "./database";
import { oauth2 } from "./oauth2";
import { serviceAccount } from "./service-account";

/** Every auth kind, by name. */
export const authKinds: Record<AuthKind, AuthKindDefinition> = {
  oauth2,
  api_key: apiKey,
  basic,
  bearer,
  client_credentials: clientCredentials,
  service_account: serviceAccount,
  database,
};

export function authKind(kind: AuthKind): AuthKindDefinition {
  return authKinds[kind];
}
