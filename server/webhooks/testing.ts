import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { crc32 } from "node:zlib";

/**
 * How each vendor signs, written after its documentation and without the definitions, so that these are held against
 * something that is not made from them. Only tests read it.
 */
export type VendorCall = { method: string; url: string; headers: Record<string, string>; body: string; key: string; publicKey?: string };

const webhookUrl = "https://patchbay.example.com/api/webhooks/vendor/whe_1?source=a%2Cb";

type Signer = (at: Date) => Omit<VendorCall, "method" | "url"> & { method?: string; url?: string };

const key = "k3y-of-the-Endpoint/0123";
const json = { "content-type": "application/json" };
const event = '{"id":"evt_1","type":"thing.changed","note":"Größe {timestamp} \\u00e9"}';

const sha256 = (text: string, secret: string | Buffer = key) => createHmac("sha256", secret).update(text, "utf8");
const sha1 = (text: string) => createHmac("sha1", key).update(text, "utf8");
const seconds = (at: Date) => String(Math.floor(at.getTime() / 1_000));

const ed25519 = generateKeyPairSync("ed25519");
const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = (publicKey: KeyObject) => publicKey.export({ type: "spki", format: "pem" }).toString();

/** An HMAC of the body and nothing else, in one header. */
function ofBody(header: string, written: (body: string) => string, body = event): Signer {
  return () => ({ headers: { ...json, [header]: written(body) }, body, key });
}

/** A value that was agreed upon, in a header. */
function token(header: string, written: string, secret = written): Signer {
  return () => ({ headers: { ...json, [header]: written }, body: event, key: secret });
}

const hub: Signer = ofBody("x-hub-signature", (body) => `sha256=${sha256(body).digest("hex")}`);
const meta: Signer = ofBody("x-hub-signature-256", (body) => `sha256=${sha256(body).digest("hex")}`);
const googleChannel: Signer = token("x-goog-channel-token", key);
const stripeLike = (header: string): Signer => (at) => ({ headers: { ...json, [header]: `t=${seconds(at)},v1=${sha256(`${seconds(at)}.${event}`).digest("hex")}` }, body: event, key });
const slackLike = (header: string, timeHeader: string): Signer => (at) => ({
  headers: { ...json, [header]: `v0=${sha256(`v0:${seconds(at)}:${event}`).digest("hex")}`, [timeHeader]: seconds(at) },
  body: event,
  key,
});

const hubspot: Signer = (at) => {
  const text = `POSThttps://patchbay.example.com/api/webhooks/vendor/whe_1?source=a,b${event}${at.getTime()}`;
  return { headers: { ...json, "x-hubspot-signature-v3": sha256(text).digest("base64"), "x-hubspot-request-timestamp": String(at.getTime()) }, body: event, key };
};

const graph: Signer = () => ({
  headers: json,
  body: JSON.stringify({ value: [{ subscriptionId: "s1", clientState: key }, { subscriptionId: "s2", clientState: key }] }),
  key,
});

const gitlab: Signer = (at) => {
  const secret = Buffer.alloc(32, 7);
  const signature = sha256(`f5e5f430-f57b-4e6e-9fac-d9128cd7232f.${seconds(at)}.${event}`, secret).digest("base64");
  return {
    headers: { ...json, "webhook-id": "f5e5f430-f57b-4e6e-9fac-d9128cd7232f", "webhook-timestamp": seconds(at), "webhook-signature": `v1,${signature}` },
    body: event,
    key: `whsec_${secret.toString("base64")}`,
  };
};

const paypal: Signer = (at) => {
  const id = "69cd13f0-d67a-11e5-baa3-778b53f4ae55";
  const sentAt = at.toISOString().replace(/\.\d+Z$/, "Z");
  const text = `${id}|${sentAt}|1JE4291016473214C|${crc32(event)}`;
  return {
    headers: {
      ...json,
      "paypal-transmission-id": id,
      "paypal-transmission-time": sentAt,
      "paypal-transmission-sig": sign("RSA-SHA256", Buffer.from(text), rsa.privateKey).toString("base64"),
    },
    body: event,
    key: "1JE4291016473214C",
    publicKey: pem(rsa.publicKey),
  };
};

const sendgrid: Signer = (at) => ({
  headers: {
    ...json,
    "x-twilio-email-event-webhook-signature": sign("sha256", Buffer.from(seconds(at) + event), p256.privateKey).toString("base64"),
    "x-twilio-email-event-webhook-timestamp": seconds(at),
  },
  body: event,
  key: p256.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
});

const discord: Signer = (at) => ({
  headers: { ...json, "x-signature-ed25519": sign(null, Buffer.from(seconds(at) + event), ed25519.privateKey).toString("hex"), "x-signature-timestamp": seconds(at) },
  body: event,
  key: Buffer.from(ed25519.publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex"),
});

const linear: Signer = (at) => ofBody("linear-signature", (text) => sha256(text).digest("hex"), JSON.stringify({ action: "create", type: "Issue", webhookTimestamp: at.getTime() }))(at);

const twilio: Signer = () => ({
  headers: {
    "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
    "x-twilio-signature": sha1(`${webhookUrl}BodyHow much? 1+1=2CallSidCA1234567890ABCDEFrom+14155550100To+14155550101`).digest("base64"),
  },
  body: "To=%2B14155550101&From=%2B14155550100&CallSid=CA1234567890ABCDE&Body=How+much%3F+1%2B1%3D2",
  key,
});

const zendesk: Signer = (at) => ({
  headers: { ...json, "x-zendesk-webhook-signature": sha256(at.toISOString() + event).digest("base64"), "x-zendesk-webhook-signature-timestamp": at.toISOString() },
  body: event,
  key,
});

const bamboohr: Signer = (at) => ({ headers: { ...json, "x-bamboohr-signature": sha256(event + seconds(at)).digest("hex"), "x-bamboohr-timestamp": seconds(at) }, body: event, key });

const airtable: Signer = () => {
  const secret = Buffer.alloc(64, 9);
  return { headers: { ...json, "x-airtable-content-mac": `hmac-sha256=${sha256(event, secret).digest("hex")}` }, body: event, key: secret.toString("base64") };
};

const lexoffice: Signer = () => ({
  headers: { ...json, "x-lxo-signature": sign("RSA-SHA512", Buffer.from(event), rsa.privateKey).toString("base64") },
  body: event,
  key: "",
  publicKey: pem(rsa.publicKey),
});

const inHex = (header: string) => ofBody(header, (body) => sha256(body).digest("hex"));
const inBase64 = (header: string) => ofBody(header, (body) => sha256(body).digest("base64"));

const signers: Record<string, Signer> = {
  airtable,
  asana: inHex("x-hook-signature"),
  auth0: token("authorization", key),
  bamboohr,
  bitbucket: hub,
  calendly: stripeLike("calendly-webhook-signature"),
  cloudflare: token("cf-webhook-auth", key),
  discord,
  dropbox: inHex("x-dropbox-signature"),
  facebook: meta,
  github: meta,
  gitlab,
  "google-calendar": googleChannel,
  "google-cloud-storage": googleChannel,
  "google-workspace": googleChannel,
  hubspot,
  "hubspot-marketing": hubspot,
  instagram: meta,
  intercom: ofBody("x-hub-signature", (body) => `sha1=${sha1(body).digest("hex")}`),
  jira: hub,
  lexoffice,
  linear,
  linkedin: ofBody("x-li-signature", (body) => sha256(`hmacsha256=${body}`).digest("hex")),
  mailchimp: stripeLike("x-mailchimp-signature"),
  "microsoft-365": graph,
  "microsoft-teams": graph,
  notion: ofBody("x-notion-signature", (body) => `sha256=${sha256(body).digest("hex")}`),
  okta: token("authorization", key),
  paypal,
  pipedrive: token("authorization", "Basic cGF0Y2hiYXk6c2VjcmV0", "cGF0Y2hiYXk6c2VjcmV0"),
  quickbooks: inBase64("intuit-signature"),
  segment: ofBody("x-signature", (body) => sha1(body).digest("hex")),
  sendgrid,
  sentry: inHex("sentry-hook-signature"),
  shopify: inBase64("x-shopify-hmac-sha256"),
  slack: slackLike("x-slack-signature", "x-slack-request-timestamp"),
  square: ofBody("x-square-hmacsha256-signature", (body) => sha256(webhookUrl + body).digest("base64")),
  stripe: stripeLike("stripe-signature"),
  twilio,
  whatsapp: meta,
  woocommerce: inBase64("x-wc-webhook-signature"),
  xero: inBase64("x-xero-signature"),
  zendesk,
  "zoho-crm": () => ({ headers: json, body: JSON.stringify({ module: "Leads", ids: ["1"], token: key }), key }),
  zoom: slackLike("x-zm-signature", "x-zm-request-timestamp"),
};

/** A call as the vendor would make it at that time; undefined for one whose way of signing is not written down here. */
export function vendorCall(slug: string, at: Date): VendorCall | undefined {
  const call = signers[slug]?.(at);
  return call && { method: "POST", url: webhookUrl, ...call };
}

/** Twilio's calls with a JSON body: the address holds its hash, and is all that is signed. */
export function twilioJsonCall(): VendorCall {
  const url = `${webhookUrl}&bodySHA256=${createHash("sha256").update(event).digest("hex")}`;
  return { method: "POST", url, headers: { ...json, "x-twilio-signature": sha1(url).digest("base64") }, body: event, key };
}
