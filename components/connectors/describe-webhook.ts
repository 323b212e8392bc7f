import type { WebhookScheme } from "@/server/catalog/connector";

const algorithms: Record<Exclude<WebhookScheme["algorithm"], "token" | "none">, string> = {
  hmac_sha256: "HMAC-SHA256",
  hmac_sha1: "HMAC-SHA1",
  rsa_sha256: "RSA-SHA256",
  rsa_sha512: "RSA-SHA512",
  ecdsa_p256_sha256: "ECDSA P-256",
  ed25519: "Ed25519",
};

/** How one tells that a webhook really comes from the vendor, in a sentence. */
export function describeWebhook(name: string, { algorithm, header, tokenPath }: WebhookScheme): string {
  if (algorithm === "none") return `${name} does not sign them.`;
  if (algorithm === "token") return tokenPath ? "They carry a shared token in their body." : `They carry a shared token in ${header}.`;
  return `${name} signs them with ${algorithms[algorithm]}, in ${header}.`;
}
