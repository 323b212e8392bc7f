import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";

/** How a connector does OAuth, or undefined when it does not. */
export function oauthOption(connector: Connector): OAuth2 | undefined {
  return connector.auth.find((option) => option.kind === "oauth2");
}

/** The same for those who cannot go on without. Throws `INVALID_REQUEST` with the ways that there are. */
export function requireOAuthOption(connector: Connector): OAuth2 {
  const option = oauthOption(connector);
  if (option) return option;
  const others = connector.auth.map(({ label }) => label).join(", ");
  throw new AppError("INVALID_REQUEST", `${connector.name} has no sign-in of this kind. Connect it another way: ${others}.`, { details: { provider: connector.slug } });
}
