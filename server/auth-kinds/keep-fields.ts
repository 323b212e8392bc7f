import type { ApiKey, Basic, Bearer } from "@/server/catalog/connector";
import { fieldFacts } from "@/server/catalog/field-facts";
import type { Acquired, Presented } from "./auth-kind";
import { revealFields } from "./credential";

/** Acquires nothing: what was posted is the credential, and it does not expire as far as anyone knows. */
export async function keepFields({ option, credential }: Presented<ApiKey | Basic | Bearer>): Promise<Acquired> {
  return { credential, facts: fieldFacts(option, revealFields(credential)), scopes: [], tokenExpiresAt: null };
}
