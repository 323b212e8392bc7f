import { callbackUrl } from "@/server/catalog/callback-url";
import type { OAuthClient } from "./sandbox-provider";

/** The OAuth app that Patchbay is registered as at an emulated vendor. It guards nothing, so it may be read here. */
export function oauthClient(publicUrl: string, slug: string): OAuthClient {
  return { client_id: `sandbox-${slug}`, client_secret: `sandbox-${slug}-secret`, name: "Patchbay", redirect_uris: [callbackUrl(publicUrl, slug)] };
}
