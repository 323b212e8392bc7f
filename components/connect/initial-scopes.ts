import type { Scope } from "@/server/catalog/connector";

/** What is ticked at first: what the connection had, where one is reconnected, else what is asked for by default. */
export function initialScopes(scopes: readonly Scope[], granted: readonly string[] | undefined): ReadonlySet<string> {
  const had = scopes.filter(({ value }) => granted?.includes(value));
  const chosen = had.length > 0 ? scopes.filter((scope) => scope.isRequired || had.includes(scope)) : scopes.filter(({ isDefault, isRequired }) => isDefault || isRequired);
  return new Set(chosen.map(({ value }) => value));
}
