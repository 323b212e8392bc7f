import { readDatabaseUrl } from "@/server/catalog/database-url.schema";
import type { AuthOptionView } from "@/server/catalog/schema";
import type { ConnectRequest } from "./connect-request";

/** What the form starts with: what is known of the connection that is changed, and what was pasted elsewhere. */
export function initialValues(way: AuthOptionView | undefined, { pasted }: ConnectRequest, known: Readonly<Record<string, string>>): Record<string, string> {
  if (pasted === undefined || way === undefined || way.kind === "oauth2") return { ...known };
  if (way.kind === "database") return { ...known, ...readDatabaseUrl(pasted) };
  const secret = way.fields.find((field) => field.secret);
  return secret ? { ...known, [secret.key]: pasted } : { ...known };
}
