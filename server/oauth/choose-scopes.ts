import type { OAuth2 } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";

/**
 * The scopes to ask for, in the definition's order. `given` is the person's choice, `previous` what a connection to
 * reconnect had; without either the defaults. Required ones are always among them. Throws `INVALID_REQUEST`.
 */
export function chooseScopes(option: Pick<OAuth2, "scopes">, given: readonly string[] | undefined, previous?: readonly string[]): string[] {
  const unknown = (given ?? []).filter((value) => !option.scopes.some((scope) => scope.value === value));
  if (unknown.length > 0) {
    throw new AppError("INVALID_REQUEST", `These permissions are not offered here: ${unknown.join(", ")}. Leave them out.`, { details: { scopes: unknown } });
  }
  const chosen = given ?? (previous !== undefined && previous.length > 0 ? previous : undefined);
  return option.scopes
    .filter((scope) => scope.isRequired || (chosen === undefined ? scope.isDefault : chosen.includes(scope.value)))
    .map((scope) => scope.value);
}

/** OpenID Connect's own scopes are about the sign-in; vendors do not list them among what a token may do. */
const protocolScopes = new Set(["openid", "profile", "email", "offline_access", "offline", "refresh_token"]);

/**
 * Plain words for the required scopes that the vendor did not grant. A granted parent counts (`user` for
 * `user:email`), and so does the same scope written as an address, as Google and Microsoft do.
 */
export function missingScopes(option: Pick<OAuth2, "scopes">, granted: readonly string[]): string[] {
  const isCovered = (value: string) => granted.some((scope) => scope === value || value.startsWith(`${scope}:`) || scope.endsWith(`/${value}`) || value.endsWith(`/${scope}`));
  return option.scopes.filter(({ value, isRequired }) => isRequired && !protocolScopes.has(value) && !isCovered(value)).map(({ meaning }) => meaning);
}
