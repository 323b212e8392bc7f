import type { OAuth2 } from "@/server/catalog/connector";
import type { Env } from "@/server/lib/env";
import { isCustomSlug } from "@/server/custom-connectors/custom-slug";
import { Secret } from "@/server/lib/secret";

/** The names of two environment variables that hold a registration. */
export type OAuthVariables = { clientId: string; clientSecret: string };

/** Names that came before the rule: Stripe Connect's secret is the platform's own secret key. */
const olderNames: Record<string, OAuthVariables> = {
  stripe: { clientId: "STRIPE_CONNECT_CLIENT_ID", clientSecret: "STRIPE_SECRET_KEY" },
};

/**
 * Which variables configure a connector, the more specific first: its own, an older name, its family's. None for a
 * custom one: any workspace could define it with a token address of its own, and be sent the operator's secret.
 */
export function oauthVariables(slug: string, option: Pick<OAuth2, "family">): OAuthVariables[] {
  if (isCustomSlug(slug)) return [];
  const older = olderNames[slug];
  return [named(slug), ...(older ? [older] : []), ...(option.family === undefined ? [] : [named(option.family)])];
}

/** The registration that the environment holds for a connector, or null. */
export function readOAuthVariables(env: Env, slug: string, option: Pick<OAuth2, "family">): { clientId: string; clientSecret: Secret } | null {
  for (const names of oauthVariables(slug, option)) {
    const clientId = env.read(names.clientId);
    const clientSecret = env.read(names.clientSecret);
    if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret: new Secret(clientSecret) };
  }
  return null;
}

function named(prefix: string): OAuthVariables {
  const name = prefix.toUpperCase().replaceAll("-", "_");
  return { clientId: `${name}_CLIENT_ID`, clientSecret: `${name}_CLIENT_SECRET` };
}
