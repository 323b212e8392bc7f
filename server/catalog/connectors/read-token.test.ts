import { describe, expect, it } from "vitest";
import type { TokenAnswer } from "../connector";
import { getConnector } from "../registry";

/** The samples follow the shapes of the vendors' documentation; every value is made up. */
function readToken(slug: string, sample: Record<string, unknown>): TokenAnswer {
  const option = getConnector(slug).auth.find((candidate) => candidate.kind === "oauth2");
  if (option?.kind !== "oauth2" || !option.readToken) throw new Error(`${slug} reads tokens by the book`);
  return option.readToken(sample);
}

describe("GitHub", () => {
  it("separates scopes by commas", () => {
    expect(readToken("github", { access_token: "gho_sample", scope: "repo,read:user", token_type: "bearer" })).toMatchObject({ access_token: "gho_sample", scope: "repo read:user" });
  });

  it("sends errors with status 200", () => {
    const sample = { error: "bad_verification_code", error_description: "The code passed is incorrect or expired.", error_uri: "/apps/troubleshooting" };
    expect(readToken("github", sample)).toMatchObject({ error: "bad_verification_code", error_description: sample.error_description });
    expect(readToken("github", sample).access_token).toBeUndefined();
  });

  it("brings a refresh token for GitHub Apps", () => {
    const sample = { access_token: "ghu_sample", expires_in: 28800, refresh_token: "ghr_sample", refresh_token_expires_in: 15897600, scope: "", token_type: "bearer" };
    expect(readToken("github", sample)).toMatchObject({ access_token: "ghu_sample", expires_in: 28800, refresh_token: "ghr_sample", refresh_token_expires_in: 15897600, scope: "" });
  });
});

describe("Slack", () => {
  const bot = {
    ok: true,
    access_token: "xoxb-sample",
    token_type: "bot",
    scope: "channels:read,chat:write",
    bot_user_id: "U0BOT",
    app_id: "A01",
    team: { id: "T01ABC", name: "Sample team" },
    enterprise: null,
    authed_user: { id: "U01", scope: "search:read", access_token: "xoxp-sample", token_type: "user" },
  };

  it("prefers the bot's token", () => {
    expect(readToken("slack", bot)).toEqual({ access_token: "xoxb-sample", scope: "channels:read chat:write", facts: { team_id: "T01ABC" } });
  });

  it("takes the person's token where there is no other", () => {
    const { access_token: _bot, scope: _scope, ...rest } = bot;
    expect(readToken("slack", rest)).toEqual({ access_token: "xoxp-sample", scope: "search:read", facts: { team_id: "T01ABC" } });
  });

  it("keeps what token rotation adds", () => {
    expect(readToken("slack", { ...bot, access_token: "xoxe.xoxb-sample", refresh_token: "xoxe-1-sample", expires_in: 43200 })).toMatchObject({ access_token: "xoxe.xoxb-sample", refresh_token: "xoxe-1-sample", expires_in: 43200 });
  });

  it("names the organisation when an app was installed for all of it", () => {
    expect(readToken("slack", { ...bot, team: null, enterprise: { id: "E01ABC", name: "Sample org" }, is_enterprise_install: true }).facts).toEqual({ team_id: "E01ABC" });
  });

  it("says no with status 200", () => {
    expect(readToken("slack", { ok: false, error: "invalid_code" })).toEqual({ error: "invalid_code" });
    expect(readToken("slack", { ok: false })).toEqual({ error: "unknown_error" });
  });
});

describe("HubSpot", () => {
  it("gives scopes as an array", () => {
    const sample = { token_type: "bearer", refresh_token: "refresh-sample", access_token: "access-sample", hub_id: 123456, scopes: ["oauth", "crm.objects.contacts.read"], expires_in: 1800, user_id: 7 };
    expect(readToken("hubspot", sample)).toMatchObject({ access_token: "access-sample", refresh_token: "refresh-sample", expires_in: 1800, scope: "oauth crm.objects.contacts.read" });
  });

  it("answers without them when it refreshes", () => {
    expect(readToken("hubspot", { access_token: "access-sample", refresh_token: "refresh-sample", expires_in: 1800 }).scope).toBeUndefined();
  });
});

describe("Bitbucket", () => {
  it("calls granted scopes by another name", () => {
    const sample = { scopes: "account repository pullrequest:write", access_token: "access-sample", expires_in: 7200, token_type: "bearer", state: "authorization_code", refresh_token: "refresh-sample" };
    expect(readToken("bitbucket", sample)).toMatchObject({ access_token: "access-sample", refresh_token: "refresh-sample", expires_in: 7200, scope: "account repository pullrequest:write" });
  });
});

describe("Shopify", () => {
  it("separates scopes by commas, and lets offline tokens expire", () => {
    const sample = { access_token: "shpat_sample", expires_in: 3600, refresh_token: "shprt_sample", refresh_token_expires_in: 7776000, scope: "read_products,write_orders" };
    expect(readToken("shopify", sample)).toMatchObject({ ...sample, scope: "read_products write_orders" });
  });

  it("gives one person's token that person's scopes", () => {
    const sample = { access_token: "shpat_sample", scope: "read_products,write_orders", expires_in: 86399, associated_user_scope: "read_products", associated_user: { id: 902541635, email: "ada@example.com" } };
    expect(readToken("shopify", sample)).toMatchObject({ scope: "read_products", expires_in: 86399 });
  });
});

describe("Microsoft", () => {
  it("may write scopes as full addresses", () => {
    const sample = { token_type: "Bearer", scope: "https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/User.Read profile openid", expires_in: 3736, access_token: "access-sample", refresh_token: "refresh-sample" };
    expect(readToken("microsoft-365", sample)).toMatchObject({ scope: "Mail.Read User.Read profile openid", refresh_token: "refresh-sample" });
  });
});
