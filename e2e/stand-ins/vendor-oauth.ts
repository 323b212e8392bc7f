import { createHash, randomBytes } from "node:crypto";
import type { VendorAccount, VendorAnswer } from "./vendor-api";

/** The OAuth app that Patchbay is registered as; another secret is refused. */
export const vendorApp = { clientId: "journeys-app", clientSecret: "the-secret-of-the-journeys-app" };

/** For an app that is registered at HubSpot and Linear from the start. */
export const vendorEnv = Object.fromEntries(
  ["HUBSPOT", "LINEAR"].flatMap((name) => [
    [`${name}_CLIENT_ID`, vendorApp.clientId],
    [`${name}_CLIENT_SECRET`, vendorApp.clientSecret],
  ]),
);

export const vendorAccounts = {
  usual: { portalId: 4_711_023, name: "Harbor & Pine" },
  other: { portalId: 9_900_001, name: "Linen Mill" },
} satisfies Record<string, VendorAccount>;

type Granted = { account: VendorAccount; redirectUri: string; challenge: string | null };

/** An authorization server with a page of links, one per way in which a sign-in can go. */
export function createVendorOAuth() {
  const codes = new Map<string, Granted>();
  const tokens = new Map<string, VendorAccount>();

  const issueCode = (query: URLSearchParams, account: VendorAccount) => {
    const code = randomBytes(12).toString("hex");
    codes.set(code, { account, redirectUri: query.get("redirect_uri") ?? "", challenge: query.get("code_challenge") });
    return code;
  };

  return {
    tokens,
    /** The page that asks. Each link leads back with an answer of its own. */
    authorizePage(query: URLSearchParams): string {
      if (query.get("client_id") !== vendorApp.clientId) return page("Unknown app", "<p>Nobody registered this app here.</p>");
      const link = (words: string, answer: Record<string, string>) => `<li><a href="${back(query, answer)}">${words}</a></li>`;
      return page(
        "Patchbay asks for access",
        `<ul>${[
          link("Allow", { code: issueCode(query, vendorAccounts.usual) }),
          link("Allow as Linen Mill", { code: issueCode(query, vendorAccounts.other) }),
          link("Decline", { error: "access_denied", error_description: "The person said no" }),
          link("Allow with a used code", { code: "used-before" }),
          link("Allow during an outage", { code: "outage" }),
        ].join("")}</ul>`,
      );
    },
    /** RFC 6749 §4.1.3 with PKCE: a code works once, for the app, address and verifier that it was issued to. */
    exchange(form: URLSearchParams): VendorAnswer {
      if (form.get("client_id") !== vendorApp.clientId || form.get("client_secret") !== vendorApp.clientSecret) {
        return { status: 401, body: { error: "invalid_client", error_description: "The client secret is wrong" } };
      }
      const code = form.get("code") ?? "";
      if (code === "outage") return { status: 503, body: { message: "Down for maintenance" } };
      const granted = codes.get(code);
      codes.delete(code);
      const challenge = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
      if (!granted || granted.redirectUri !== form.get("redirect_uri") || granted.challenge !== challenge) {
        return { status: 400, body: { error: "invalid_grant", error_description: "The code is not good any more" } };
      }
      const token = randomBytes(24).toString("hex");
      tokens.set(token, granted.account);
      return { status: 200, body: { token_type: "bearer", access_token: token, refresh_token: randomBytes(24).toString("hex"), expires_in: 1_800 } };
    },
  };
}

function back(query: URLSearchParams, answer: Record<string, string>): string {
  const url = new URL(query.get("redirect_uri") ?? "");
  for (const [name, value] of Object.entries({ state: query.get("state") ?? "", ...answer })) url.searchParams.set(name, value);
  return url.href.replaceAll("&", "&amp;");
}

function page(heading: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${heading}</title><h1>${heading}</h1>${content}</html>`;
}
