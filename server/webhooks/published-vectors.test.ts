import { describe, expect, it } from "vitest";
import { getConnector } from "@/server/catalog/registry";
import { Secret } from "@/server/lib/secret";
import { verifyWebhook } from "./verify-webhook";

/** Calls with their keys and signatures as the vendors themselves print them. */
type Vector = { slug: string; source: string; key: string; url?: string; at?: number; headers: Record<string, string>; body: string };

const vectors: Vector[] = [
  {
    slug: "github",
    source: "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    key: "It's a Secret to Everybody",
    headers: { "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
    body: "Hello, World!",
  },
  {
    slug: "jira",
    source: "https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks",
    key: "It's a Secret to Everybody",
    headers: { "x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
    body: "Hello World!",
  },
  {
    slug: "bitbucket",
    source: "https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/",
    key: "It's a Secret to Everybody",
    headers: { "x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
    body: "Hello World!",
  },
  {
    slug: "slack",
    source: "https://docs.slack.dev/authentication/verifying-requests-from-slack",
    key: "8f742231b10e8888abcd99yyyzzz85a5",
    at: 1_531_420_618,
    headers: { "x-slack-request-timestamp": "1531420618", "x-slack-signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503" },
    body: "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
  },
  {
    slug: "twilio",
    source: "https://www.twilio.com/docs/usage/webhooks/webhooks-security",
    key: "12345",
    url: "https://mycompany.com/myapp.php?foo=1&bar=2",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": "0/KCTR6DLpKmkAf8muzZqo1nDgQ=" },
    body: "To=%2B18005551212&CallSid=CA1234567890ABCDE&Digits=1234&From=%2B12349013030&Caller=%2B12349013030",
  },
  {
    slug: "square",
    source: "https://developer.squareup.com/docs/webhooks/step3validate",
    key: "asdf1234",
    url: "https://example.com/webhook",
    headers: { "x-square-hmacsha256-signature": "2kRE5qRU2tR+tBGlDwMEw2avJ7QM4ikPYD/PJ3bd9Og=" },
    body: '{"hello":"world"}',
  },
  {
    slug: "sendgrid",
    source: "https://github.com/sendgrid/sendgrid-nodejs/blob/main/packages/eventwebhook/src/eventwebhook.spec.js",
    key: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==",
    headers: {
      "x-twilio-email-event-webhook-signature": "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=",
      "x-twilio-email-event-webhook-timestamp": "1600112502",
    },
    body: '[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]\r\n',
  },
  {
    slug: "gitlab",
    source: "https://github.com/standard-webhooks/standard-webhooks",
    key: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    at: 1_614_265_330,
    headers: { "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330", "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" },
    body: '{"test": 2432232314}',
  },
];

describe.each(vectors)("the example of $slug at $source", (vector) => {
  it("verifies, and a word more or another key does not", () => {
    expect(verify(vector)).toEqual({ ok: true });
    expect(verify({ ...vector, body: `${vector.body}!` })).toEqual({ ok: false, reason: "mismatch" });
    const otherKey = vector.slug === "sendgrid" ? vector.key.replace("83T4", "83T5") : vector.slug === "gitlab" ? vector.key.replace("MfKQ", "MfKR") : `${vector.key}1`;
    expect(verify({ ...vector, key: otherKey }).ok).toBe(false);
  });
});

/** Made for this test with OpenSSL; nobody has its private key any more. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIDEzCCAfugAwIBAgIUbR+ruTnxOTfLcrpkOvbML1NxP/swDQYJKoZIhvcNAQEL
BQAwGTEXMBUGA1UEAwwOdmVuZG9yLmV4YW1wbGUwHhcNMjYxMTIxMTczNjM4WhcN
MjcxMTIxMTczNjM4WjAZMRcwFQYDVQQDDA52ZW5kb3IuZXhhbXBsZTCCASIwDQYJ
KoZIhvcNAQEBBQADggEPADCCAQoCggEBALCewlpO56dCJZxaGzBjJP6sC1F1OtAl
NEv0A5estc4plTSwykTwwr2QP9RN6MeuJieIKV27wNJawJlkqoUCylusHhb3HAHU
D0ew3Hwtqe/m9SfN1zpxTn0Ee4GoVEhn7TN0nrf9Ik933nsp2biwojQrOR1vi3d2
Zp+k3tSQRlekAXfgjSE1DmunjmPWGi3BZOfaTJQhyxWEZjve+zxZEvZCGcIhlg0I
E2XVIaRgEjYLGbAOc583wlHXX5aMqxYuOlOuH+MfwjyLDrcmnfDOwRD1MM2V05Hr
4gfkFTigmRpv0fFpA2+vz7HpOJUpwx9JSX2UzvroRiML0MgFGowsX78CAwEAAaNT
MFEwHQYDVR0OBBYEFJlckpi5JFMxRiSofEtqILJ0es3oMB8GA1UdIwQYMBaAFJlc
kpi5JFMxRiSofEtqILJ0es3oMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQEL
BQADggEBAJQpUoW1hH43Om6JmJbRC6Fkhw49cM/Un8hQWkvE8SjtvIETv1YxjKPO
Kz96PFjYd0zNDR1xBO+R7tj6wBw8ikjfjGh+occPHl6S8RW2JCXBNBWG1rOFxPIM
SG6NDfIeaps3MgOodMW+c3WZp8vAclMuJjaM/9DUIczfKLHWTvn19f2t/i2C4+M6
rNokzsfvrSWrXArqrVIK9r4zCtHstnrgf+iIMlMYiM38bum4MhTb/nZBdZ9jDT2K
LdxnSiUTaXJMuflMErDG97YZZD4o4h6v00howabEN22kqyEjMjrxmrExW+C7wBNH
2mArgNZBsChYNNTXPFCwTYPdt1cU5oU=
-----END CERTIFICATE-----
`;

describe("a certificate", () => {
  const paypal = {
    slug: "paypal",
    key: "1JE4291016473214C",
    headers: {
      "paypal-transmission-id": "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
      "paypal-transmission-time": "2026-12-01T12:00:00Z",
      "paypal-transmission-sig": "bpi+nvcPckFS92AUcDWRRmTOTPKu/Q6q/dJ2OV0lerp/e2SgZMBnWoZtNMkgcNAa3J1dp5gNuxosn5e4R8y6Uexeg7s1fpsf6J0mLVgman6WcErxiP3yrBg6s/dFawOPlQiIWWSKUpJONkJ3ZssefkX6rTefx6XB8o4aBdVDuGIqBuPXaFYwVJZzc0gf1Uo1bvn04+hMbrnTYYwE7luUIhTnPD6PShQLwd6CATcx+ytCtgA04GiYCdjZuvWRaC1YDwEFLLu0jTSg/Vs3Eb0RmDzbrHPNvsF04Dnh7WqojK0s9CHtzAmqye+XvuUKiu21IrhAxZH8SMnhWep+dbwF3Q==",
    },
    body: '{"id":"WH-1","event_type":"PAYMENT.CAPTURE.COMPLETED"}',
    publicKeys: [certificate],
  };

  it.each([
    ["2026-12-01", { ok: true }],
    ["2026-11-21", { ok: false, reason: "key_unusable" }],
    ["2027-11-22", { ok: false, reason: "key_unusable" }],
  ])("on %s gives %j", (day, verdict) => {
    expect(verify({ ...paypal, at: Date.parse(day) / 1_000 })).toEqual(verdict);
  });

  it("does not take the webhook's id of someone else", () => {
    expect(verify({ ...paypal, key: "2JE4291016473214C", at: Date.parse("2026-12-01") / 1_000 })).toEqual({ ok: false, reason: "mismatch" });
  });
});

function verify({ slug, key, url = "https://example.com/", at = 1_700_000_000, headers, body, publicKeys = [] }: Omit<Vector, "source"> & { publicKeys?: string[] }) {
  const { webhook } = getConnector(slug);
  if (!webhook) throw new Error(`${slug} has no webhooks.`);
  return verifyWebhook(webhook, { method: "POST", url, headers: new Headers(headers), body: Buffer.from(body) }, { keys: [new Secret(key)], publicKeys, now: new Date(at * 1_000) });
}
