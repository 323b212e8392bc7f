import { expect, it } from "vitest";
import type { WebhookScheme } from "@/server/catalog/connector";
import { describeWebhook } from "./describe-webhook";

const scheme = (facts: Partial<WebhookScheme>): WebhookScheme => ({ header: "x-signature", algorithm: "hmac_sha256", key: "The secret", ...facts });

it.each([
  [scheme({}), "Acme signs them with HMAC-SHA256, in x-signature."],
  [scheme({ algorithm: "ecdsa_p256_sha256" }), "Acme signs them with ECDSA P-256, in x-signature."],
  [scheme({ algorithm: "token" }), "They carry a shared token in x-signature."],
  [scheme({ algorithm: "token", tokenPath: "secret" }), "They carry a shared token in their body."],
  [scheme({ algorithm: "none" }), "Acme does not sign them."],
])("%j", (webhook, words) => {
  expect(describeWebhook("Acme", webhook)).toBe(words);
});
