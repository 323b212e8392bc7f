import { createHmac, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WebhookScheme } from "@/server/catalog/connector";
import { connectors, getConnector } from "@/server/catalog/registry";
import { Secret } from "@/server/lib/secret";
import { twilioJsonCall, type VendorCall, vendorCall } from "./testing";
import { verifyWebhook } from "./verify-webhook";

const now = new Date("2026-11-21T12:00:00Z");
const otherPublicKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "spki", format: "pem" }).toString();
const signing = connectors.flatMap(({ slug, webhook }) => (webhook ? [[slug, webhook] as const] : []));

describe.each(signing)("a webhook of %s", (slug, scheme) => {
  const call = callOf(slug, now);

  it("is taken as its vendor signs it", () => {
    expect(check(scheme, call)).toEqual({ ok: true });
  });

  it("is taken while the key is changed, whichever of the two signed", () => {
    const keys = [new Secret("another"), new Secret(call.key)];
    expect(verifyWebhook(scheme, requestOf(call), { keys, publicKeys: call.publicKey === undefined ? [] : [call.publicKey], now })).toEqual({ ok: true });
  });

  it("is refused when any byte of the signed body differs", () => {
    if (scheme.algorithm === "token") return expect(call.body.includes(call.key)).toBe(scheme.header === "");
    const bytes = Buffer.from(call.body);
    for (const [index, byte] of bytes.entries()) {
      const body = Buffer.from(bytes);
      body[index] = byte ^ 1;
      expect(check(scheme, call, { body }).ok, `byte ${index}`).toBe(false);
    }
    expect(check(scheme, call, { body: Buffer.concat([bytes, Buffer.from(" ")]) }).ok).toBe(false);
    expect(check(scheme, call, { body: new Uint8Array() }).ok).toBe(false);
    return undefined;
  });

  it("is refused without any one of the headers it is signed with, and when one differs", () => {
    for (const [name, value] of Object.entries(call.headers)) {
      if (name === "content-type") continue;
      expect(check(scheme, { ...call, headers: without(call.headers, name) }).ok, `without ${name}`).toBe(false);
      for (let index = 0; index < value.length; index += 1) {
        expect(check(scheme, { ...call, headers: { ...call.headers, [name]: mutate(value, index) } }).ok, `${name} at ${index}`).toBe(false);
      }
      expect(check(scheme, { ...call, headers: { ...call.headers, [name]: `${value}, ${value}` } }).ok, `${name} twice`).toBe(name === scheme.header && scheme.prefix === "v1,");
    }
  });

  it("is refused with another key, and without any", () => {
    if (call.key !== "") expect(check(scheme, { ...call, key: call.key.replace(/[a-z0-9]/gi, (letter) => (letter === "A" ? "B" : "A")) }).ok).toBe(false);
    if (call.publicKey !== undefined) expect(check(scheme, { ...call, publicKey: otherPublicKey })).toEqual({ ok: false, reason: "mismatch" });
    expect(verifyWebhook(scheme, requestOf(call), { keys: [new Secret("")], now })).toEqual({ ok: false, reason: "key_missing" });
    expect(verifyWebhook(scheme, requestOf(call), { keys: [], now })).toEqual({ ok: false, reason: "key_missing" });
  });

  it("is refused outside its window, before and after", () => {
    const { toleranceSeconds } = scheme;
    const tests = toleranceSeconds === undefined ? [] : [toleranceSeconds, -toleranceSeconds];
    for (const offset of tests) {
      expect(check(scheme, callOf(slug, shifted(offset)))).toEqual({ ok: true });
      expect(check(scheme, callOf(slug, shifted(offset + Math.sign(offset))))).toEqual({ ok: false, reason: "outside_window" });
    }
    expect(toleranceSeconds === undefined || scheme.parts !== undefined || (scheme.timestampHeader ?? scheme.timestampPath) !== undefined).toBe(true);
  });

  it("is bound to method and address where these are signed, and only there", () => {
    const signed = scheme.signed ?? "";
    expect(check(scheme, { ...call, method: "PUT" }).ok).toBe(!signed.includes("{method}"));
    expect(check(scheme, { ...call, url: `${call.url}x` }).ok).toBe(!/\{(decoded_)?url\}/.test(signed));
    expect(check(scheme, { ...call, url: call.url.replace("whe_1", "whe_2") }).ok).toBe(!/\{(decoded_)?url\}/.test(signed));
  });
});

describe("verifyWebhook", () => {
  const stripe = schemeOf("stripe");
  const gitlab = schemeOf("gitlab");

  it("takes the one good signature of several, and none of several bad ones", () => {
    const call = callOf("stripe", now);
    const [time = "", good = ""] = (call.headers["stripe-signature"] ?? "").split(",");
    const bad = `v1=${"0".repeat(64)}`;
    const withSignature = (text: string) => check(stripe, { ...call, headers: { "stripe-signature": text } });
    expect(withSignature([time, bad, good, "v0=abc"].join(","))).toEqual({ ok: true });
    expect(withSignature([time, bad, bad].join(","))).toEqual({ ok: false, reason: "mismatch" });
    expect(withSignature([time, good.replace("v1=", "v0=")].join(","))).toEqual({ ok: false, reason: "signature_malformed" });
    expect(withSignature([time, time, good].join(","))).toEqual({ ok: false, reason: "timestamp_missing" });
    expect(withSignature(good)).toEqual({ ok: false, reason: "timestamp_missing" });
    expect(withSignature(`t=soon,${good}`)).toEqual({ ok: false, reason: "timestamp_malformed" });

    const standard = callOf("gitlab", now);
    const list = `v1,${Buffer.alloc(32).toString("base64")} v1a,abc ${standard.headers["webhook-signature"]}`;
    expect(check(gitlab, { ...standard, headers: { ...standard.headers, "webhook-signature": list } })).toEqual({ ok: true });
  });

  it("says what is missing", () => {
    const call = callOf("gitlab", now);
    expect(check(gitlab, { ...call, headers: without(call.headers, "webhook-signature") })).toEqual({ ok: false, reason: "signature_missing" });
    expect(check(gitlab, { ...call, headers: without(call.headers, "webhook-id") })).toEqual({ ok: false, reason: "id_missing" });
    expect(check(gitlab, { ...call, headers: without(call.headers, "webhook-timestamp") })).toEqual({ ok: false, reason: "timestamp_missing" });
    expect(check(gitlab, { ...call, key: "whsec_not base64" })).toEqual({ ok: false, reason: "key_unusable" });
    expect(check(gitlab, { ...call, key: call.key.slice("whsec_".length) })).toEqual({ ok: false, reason: "key_unusable" });
    expect(check(schemeOf("discord"), { ...callOf("discord", now), key: "00ff" })).toEqual({ ok: false, reason: "key_unusable" });
    expect(check(schemeOf("paypal"), { ...callOf("paypal", now), publicKey: "<html>" })).toEqual({ ok: false, reason: "key_unusable" });
    expect(check({ header: "", algorithm: "none", key: "" }, call)).toEqual({ ok: false, reason: "unsigned" });
  });

  it("takes no public key of another kind than the scheme's", () => {
    const call = callOf("sendgrid", now);
    expect(check(schemeOf("sendgrid"), { ...call, key: callOf("paypal", now).publicKey ?? "" })).toEqual({ ok: false, reason: "key_unusable" });
    expect(check(schemeOf("lexoffice"), { ...callOf("lexoffice", now), publicKey: call.key })).toEqual({ ok: false, reason: "key_unusable" });
  });

  it("reads the timestamp in the body only of what is signed", () => {
    const linear = schemeOf("linear");
    const call = callOf("linear", now);
    expect(check(linear, { ...call, body: call.body.replace("webhookTimestamp", "otherTimestamps_") })).toEqual({ ok: false, reason: "mismatch" });
  });

  it("takes Twilio's JSON by the hash in the signed address, and nothing put into a call that had no body", () => {
    const twilio = schemeOf("twilio");
    const call = twilioJsonCall();
    expect(check(twilio, call)).toEqual({ ok: true });
    expect(check(twilio, { ...call, body: `${call.body} ` })).toEqual({ ok: false, reason: "mismatch" });
    const form = { ...call, headers: { ...call.headers, "content-type": "application/x-www-form-urlencoded" } };
    expect(check(twilio, form)).toEqual({ ok: false, reason: "mismatch" });
    const bare = callOf("twilio", now);
    expect(check(twilio, { ...bare, headers: { ...bare.headers, "content-type": "application/json" } })).toEqual({ ok: false, reason: "mismatch" });
  });

  it("asks every item of a list for the shared value", () => {
    const graph = schemeOf("microsoft-365");
    const call = callOf("microsoft-365", now);
    const bodies = [{ value: [{ clientState: call.key }, { clientState: "other" }] }, { value: [{ clientState: call.key }, {}] }, { value: [{ clientState: [call.key] }] }];
    for (const body of bodies) expect(check(graph, { ...call, body: JSON.stringify(body) })).toEqual({ ok: false, reason: "mismatch" });
    for (const body of ["", "[]", "null", '{"value":[]}', '{"value":{"0":{}}}', "<html>"]) expect(check(graph, { ...call, body })).toEqual({ ok: false, reason: "signature_missing" });
  });

  it("tells nothing of the key", () => {
    for (const [slug, scheme] of signing) {
      const call = callOf(slug, now);
      expect(JSON.stringify(check(scheme, { ...call, body: "{}", headers: {} }))).not.toContain(call.key === "" ? "secret" : call.key);
    }
  });

  it("never throws and never takes what nobody signed, whatever is sent", () => {
    fc.assert(
      fc.property(fc.constantFrom(...signing), fc.string(), fc.uint8Array(), fc.string({ unit: "binary-ascii" }), ([slug, scheme], key, body, text) => {
        const call = callOf(slug, now);
        const headers = new Headers(call.headers);
        for (const name of Object.keys(call.headers)) headers.set(name, text.replace(/[^\x20-\x7e]/g, ""));
        const verdict = verifyWebhook(scheme, { method: "POST", url: call.url, headers, body }, { keys: [new Secret(`k${key}`)], publicKeys: [key, call.publicKey ?? ""], now });
        expect(verdict.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("takes any body that was signed, byte for byte", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array({ minLength: 1 }), (body, extra) => {
        const headers = new Headers({ "x-hub-signature-256": `sha256=${createHmac("sha256", "key").update(body).digest("hex")}` });
        const keys = { keys: [new Secret("key")], now };
        expect(verifyWebhook(schemeOf("github"), { method: "POST", url: "https://a.example", headers, body }, keys)).toEqual({ ok: true });
        expect(verifyWebhook(schemeOf("github"), { method: "POST", url: "https://a.example", headers, body: Buffer.concat([body, extra]) }, keys)).toEqual({ ok: false, reason: "mismatch" });
      }),
    );
  });
});

function callOf(slug: string, at: Date): VendorCall {
  const call = vendorCall(slug, at);
  if (!call) throw new Error(`server/webhooks/testing.ts does not say how ${slug} signs its webhooks.`);
  return call;
}

function schemeOf(slug: string): WebhookScheme {
  const { webhook } = getConnector(slug);
  if (!webhook) throw new Error(`${slug} has no webhooks.`);
  return webhook;
}

function requestOf(call: Omit<VendorCall, "body"> & { body: string | Uint8Array }) {
  return { method: call.method, url: call.url, headers: new Headers(call.headers), body: Buffer.from(call.body) };
}

function check(scheme: WebhookScheme, call: VendorCall, changes: { body?: Uint8Array } = {}) {
  const publicKeys = call.publicKey === undefined ? [] : [call.publicKey];
  return verifyWebhook(scheme, requestOf({ ...call, ...changes }), { keys: [new Secret(call.key)], publicKeys, now });
}

function shifted(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

/** Another character there: a digit for a digit, so that what was well written stays so. */
function mutate(text: string, index: number): string {
  const letter = text[index] ?? "";
  return text.slice(0, index) + (letter === "1" ? "2" : /[0-9]/.test(letter) ? "1" : letter === "b" ? "c" : "b") + text.slice(index + 1);
}
