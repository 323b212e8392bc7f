import { describe, expect, it } from "vitest";
import type { TokenAnswer } from "@/server/catalog/connector";
import { readTokenAnswer, type TokenReading } from "./read-token-answer";

const now = Date.UTC(2026, 10, 21);
const plain: TokenReading = { accessTtlSeconds: null };

function read(body: unknown, given: { status?: number; headers?: Record<string, string>; how?: TokenReading } = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readTokenAnswer({ status: given.status ?? 200, headers: given.headers ?? {}, text }, given.how ?? plain, now);
}

function tokens(...args: Parameters<typeof read>) {
  const result = read(...args);
  if (result.kind !== "ok") throw new Error(`not granted: ${JSON.stringify(result)}`);
  return result.tokens;
}

describe("a grant", () => {
  it("is read from JSON, with a lifetime as a number or a string", () => {
    for (const lifetime of [3600, "3600"]) {
      const granted = tokens({ access_token: "a", refresh_token: "r", expires_in: lifetime, scope: "read write", token_type: "bearer" });
      expect([granted.accessToken.reveal(), granted.refreshToken?.reveal()]).toEqual(["a", "r"]);
      expect(granted.expiresAt).toEqual(new Date(now + 3_600_000));
      expect(granted.scopes).toEqual(["read", "write"]);
    }
  });

  it("is read from a form, as GitHub sends it without Accept", () => {
    const granted = tokens("access_token=gho_1&scope=repo%2Cgist&token_type=bearer");
    expect(granted.accessToken.reveal()).toBe("gho_1");
    expect(granted.scopes).toEqual(["repo", "gist"]);
    expect([granted.refreshToken, granted.expiresAt]).toEqual([null, null]);
  });

  it("takes the definition's lifetimes where the vendor names none", () => {
    const how = { accessTtlSeconds: 7200, refreshTtlSeconds: 86_400 };
    expect(tokens({ access_token: "a", refresh_token: "r" }, { how })).toMatchObject({ expiresAt: new Date(now + 7_200_000), refreshExpiresAt: new Date(now + 86_400_000) });
    expect(tokens({ access_token: "a", expires_in: 0 }, { how })).toMatchObject({ expiresAt: new Date(now + 7_200_000), refreshExpiresAt: null });
  });

  it("says nothing of scopes when the vendor does not", () => {
    expect(tokens({ access_token: "a" }).scopes).toBeNull();
    expect(tokens({ access_token: "a", scope: "" }).scopes).toBeNull();
  });

  it("keeps the facts that the definition names, and the ones its reader tells", () => {
    const readToken = (answer: Record<string, unknown>): TokenAnswer => ({ access_token: String(answer["tok"]), facts: { team: "T1" } });
    const granted = tokens({ tok: "a", instance_url: "https://acme.example.com", secret_thing: "no" }, { how: { ...plain, readToken, tokenFacts: ["instance_url"] } });
    expect(granted.accessToken.reveal()).toBe("a");
    expect(granted.facts).toEqual({ instance_url: "https://acme.example.com", team: "T1" });
  });
});

describe("a refusal", () => {
  it.each(["invalid_grant", "bad_refresh_token", "bad_verification_code", "token_revoked", "interaction_required"])("%s means that the person has to come back, also at status 200", (error) => {
    expect(read({ error, error_description: "gone" })).toEqual({ kind: "reauthorize", detail: `HTTP 200, ${error}: gone` });
    expect(read({ error }, { status: 400 }).kind).toBe("reauthorize");
  });

  it.each(["invalid_client", "redirect_uri_mismatch", "unauthorized_client", "invalid_scope", "incorrect_client_credentials"])("%s is our registration's fault", (code) => {
    expect(read({ error: code }, { status: 400 })).toMatchObject({ kind: "rejected", code });
  });

  it("is recognised without a code", () => {
    expect(read("", { status: 401 })).toMatchObject({ kind: "rejected", code: "invalid_client" });
    expect(read("<html>no</html>", { status: 403 })).toMatchObject({ kind: "rejected", code: "http_403" });
    expect(read({ token_type: "bearer" })).toMatchObject({ kind: "rejected", code: "no_access_token" });
    expect(read("", { status: 302 })).toMatchObject({ kind: "rejected", code: "unexpected_redirect" });
  });

  it("says how long to wait, in seconds or until a date, within an hour", () => {
    const wait = (value: string) => read("", { status: 429, headers: { "retry-after": value } });
    expect(wait("12")).toMatchObject({ kind: "rate_limited", retryAfterSeconds: 12 });
    expect(wait(new Date(now + 90_000).toUTCString())).toMatchObject({ retryAfterSeconds: 90 });
    expect(wait("999999")).toMatchObject({ retryAfterSeconds: 3600 });
    expect(wait("soon")).toMatchObject({ retryAfterSeconds: 30 });
    expect(read({ error: "ratelimited" })).toMatchObject({ kind: "rate_limited", retryAfterSeconds: 30 });
  });

  it("of a vendor in trouble says nothing about the grant", () => {
    expect(read("<html>Bad gateway</html>", { status: 502 })).toEqual({ kind: "vendor_down", detail: "HTTP 502" });
    expect(read({ error: "temporarily_unavailable" }, { status: 400 }).kind).toBe("vendor_down");
    expect(read("<html>welcome</html>").kind).toBe("vendor_down");
    expect(read('{"access_token": "a').kind).toBe("vendor_down");
  });

  it("quotes no token, whatever stands in the answer", () => {
    const secret = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    const leaks = [
      read(`<html>${secret}</html>`),
      read({ refresh_token: secret, error: "invalid_request" }, { status: 400 }),
      read({ error: "invalid_request", error_description: `token ${secret} is bad` }, { status: 400 }),
    ];
    expect(JSON.stringify(leaks)).not.toContain(secret);
  });
});
