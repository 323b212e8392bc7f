import { createHmac } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { OAuth1 } from "@/server/catalog/auth-option";
import { Secret } from "@/server/lib/secret";
import type { RequestHead } from "./auth-kind";
import { signOAuth1 } from "./sign-oauth1";

/** The keys of the worked example in Twitter's documentation, which are not good anywhere. */
const keys = { consumer_key: "xvz1evFS4wEEPTGEFPHBog", consumer_secret: "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw", token_id: "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", token_secret: "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE" };
const moment = { timestamp: "1318622958", nonce: "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg" };

type Given = { url: string; method?: string; headers?: Record<string, string>; body?: RequestHead["body"] };
function signed({ url, method = "GET", headers = {}, body = null }: Given, how: Partial<OAuth1> = {}, facts = {}): Record<string, string> {
  const head = { url: new URL(url), method, headers: { ...headers }, body };
  signOAuth1(head, { in: "oauth1", ...how }, Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, new Secret(value)])), facts, moment);
  const header = head.headers["authorization"] ?? "";
  expect(header).toMatch(/^OAuth /);
  return Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decodeURIComponent(value)]));
}

const form = { "content-type": "application/x-www-form-urlencoded" };

it("signs Twitter's worked example, form and query and all", () => {
  const said = signed({ url: "https://api.twitter.com/1.1/statuses/update.json?include_entities=true", method: "POST", headers: form, body: "status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21" }, { method: "HMAC-SHA1" });
  expect(said["oauth_signature"]).toBe("hCtSmYh+iHYCEqBWrE7C7hYmtUk=");
});

it("signs RFC 5849's example of parameters in the order that it gives", () => {
  const said = signed({ url: "http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", method: "POST", headers: form, body: "c2&a3=2+q" });
  const own = `oauth_consumer_key=${keys.consumer_key}&oauth_nonce=${moment.nonce}&oauth_signature_method=HMAC-SHA256&oauth_timestamp=${moment.timestamp}&oauth_token=${keys.token_id}&oauth_version=1.0`;
  // §3.4.1.3.2, with this request's own values for what begins with oauth_.
  const sorted = `a2=r%20b&a3=2%20q&a3=a&b5=%3D%253D&c%40=&c2=&${own}`;
  const base = `POST&http%3A%2F%2Fexample.com%2Frequest&${encodeURIComponent(sorted)}`;
  expect(said["oauth_signature"]).toBe(createHmac("sha256", `${keys.consumer_secret}&${keys.token_secret}`).update(base).digest("base64"));
});

describe("NetSuite's way", () => {
  const url = "https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/record/v1/customer?limit=1";
  it("has the account as its realm, in the spelling of claims", () => {
    const said = signed({ url }, { realm: "{account_id:constant}" }, { account_id: "1234567-sb1" });
    expect(said).toMatchObject({ realm: "1234567_SB1", oauth_signature_method: "HMAC-SHA256", oauth_consumer_key: keys.consumer_key, oauth_token: keys.token_id, oauth_version: "1.0" });
  });

  it("signs no JSON, and a stream of it neither", () => {
    const json = { url, method: "POST", headers: { "content-type": "application/json" } };
    expect(signed({ ...json, body: "{}" })).toEqual(signed({ ...json, body: Readable.from(["[]"]) }));
    expect(signed(json)).not.toEqual(signed({ ...json, method: "PUT" }));
  });

  it("wants a form whole", () => {
    expect(() => signed({ url, method: "POST", headers: form, body: Readable.from(["a=1"]) })).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });
});

it("takes another moment for every request", () => {
  const header = () => {
    const head: RequestHead = { url: new URL("https://v.example/"), method: "GET", headers: {}, body: null };
    signOAuth1(head, { in: "oauth1" }, Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, new Secret(value)])), {});
    return head.headers["authorization"];
  };
  expect(header()).not.toBe(header());
});
