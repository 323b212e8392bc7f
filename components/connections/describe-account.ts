import type { ConnectionView } from "@/server/connections/schema";

/** "Stripe · Acme Inc.", or the connector alone where the account has no name or is the name already. */
export function describeAccount({ connectorName, name, account }: Pick<ConnectionView, "connectorName" | "name" | "account">): string {
  return account.label === null || account.label === name ? connectorName : `${connectorName} · ${account.label}`;
}
