import { describe, expect, it } from "vitest";
import { signOAuth1 } from "@/server/auth-kinds/sign-oauth1";
import type { SampleCall } from "@/server/catalog/samples/sample";
import { Secret } from "@/server/lib/secret";
import type { MeantRequest } from "./testing-sample-call";
import { compareSignature } from "./testing-sample-signature";

const call = (signature: "aws" | "oauth1"): SampleCall => ({ call: "", signature, answer: { body: null } });

/** Of Amazon's own worked example: users are listed. */
describe("Amazon's signature", () => {
  const values = { access_key_id: "AKIDEXAMPLE", secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
  const scope = "AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request";
  const signature = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8", "x-amz-date": "20150830T123600Z", authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=content-type;host;x-amz-date, Signature=${signature}` };
  const request: MeantRequest = { method: "GET", origin: "https://iam.amazonaws.com", path: "/?Action=ListUsers&Version=2010-05-08", headers, body: "" };
  const at = Date.UTC(2015, 7, 30, 12, 36);

  it("is known", () => expect(compareSignature(call("aws"), request, values, at)).toEqual([]));

  it.each<[string, Partial<MeantRequest>, RegExp]>([
    ["another method", { method: "POST" }, /^the signature is/],
    ["another host", { origin: "https://iam.example.com" }, /^the signature is/],
    ["another query", { path: "/?Action=ListRoles&Version=2010-05-08" }, /^the signature is/],
    ["a body", { body: "x" }, /^the signature is/],
    ["a session token that is not signed", { headers: { ...headers, "x-amz-security-token": "x" } }, /^x-amz-security-token is not signed$/],
    ["none", { headers: {} }, /^the authorization is not Amazon's$/],
  ])("is missed with %s", (_name, other, problem) => {
    expect(compareSignature(call("aws"), { ...request, ...other }, values, at)).toEqual([expect.stringMatching(problem)]);
  });

  it("is missed with another key, and once it is old", () => {
    expect(compareSignature(call("aws"), request, { ...values, access_key_id: "AKIDOTHER" }, at)).toEqual(["signed as AKIDEXAMPLE"]);
    expect(compareSignature(call("aws"), request, values, at + 5 * 60_000)).toEqual(["signed at 20150830T123600Z"]);
  });
});

describe("OAuth 1.0's signature", () => {
  const values = { consumer_key: "the-key", consumer_secret: "the secret&", token_id: "the-token", token_secret: "its=secret" };
  const path = "/services/rest/record/v1/customer?limit=1&q=name%20IS%20%22A+B%22";
  const head = { url: new URL(path, "https://1234567.suitetalk.api.netsuite.com"), method: "GET", headers: {}, body: null };
  const at = 1_795_000_000;
  signOAuth1(head, { in: "oauth1", realm: "1234567" }, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, new Secret(value)])), {}, { timestamp: String(at), nonce: "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgm" });
  const request: MeantRequest = { method: "GET", origin: head.url.origin, path, headers: head.headers, body: "" };
  const problems = (other: Partial<MeantRequest>, entered: Record<string, string> = values, now = at) => compareSignature(call("oauth1"), { ...request, ...other }, entered, now * 1_000);

  it("is known", () => expect(problems({})).toEqual([]));

  it("is missed with another address, key or time", () => {
    expect(problems({ path: path.replace("limit=1", "limit=2") })).toEqual([expect.stringMatching(/^the signature is/)]);
    expect(problems({}, { ...values, token_secret: "another" })).toEqual([expect.stringMatching(/^the signature is/)]);
    expect(problems({}, { ...values, token_id: "another" })).toEqual(["oauth_token is the-token"]);
    expect(problems({}, values, at + 300)).toEqual([`signed at ${at}`]);
  });
});
