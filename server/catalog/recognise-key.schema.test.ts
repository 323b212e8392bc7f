import { expect, it } from "vitest";
import { recogniseKey } from "./recognise-key.schema";
import { connectorSummary } from "./connector-summary";
import { connectors } from "./registry";

const catalog = connectors.map((connector) => connectorSummary(connector, { isSandbox: false, connectionCount: 0, hasOAuthApp: false }));
const hex = "0123456789abcdef0123456789abcdef";

it.each([
  ["sk_live_51AbCdEfGhIj", "stripe"],
  ["rk_test_51AbCdEfGhIj", "stripe"],
  ["SG.AbCdEfGhIjKlMnOpQrStUv.WxYz0123456789AbCdEfGhIjKlMnOp", "sendgrid"],
  ["xoxb-1234567890-AbCdEfGh", "slack"],
  ["xoxp-1234567890-AbCdEfGh", "slack"],
  ["ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789", "github"],
  ["github_pat_11ABCDEFG0abcdefghij_klmnop", "github"],
  ["lin_api_AbCdEfGhIjKlMnOp", "linear"],
  [`shpat_${hex}`, "shopify"],
  ["pat-na1-01234567-89ab-cdef-0123-456789abcdef", "hubspot"],
  [`AC${hex}`, "twilio"],
  [`${hex}-us21`, "mailchimp"],
  ["postgres://app:secret@db.example.com/shop", "postgresql"],
  ["postgresql://db/shop", "postgresql"],
  ["rediss://default:secret@cache.example.com:6380", "redis"],
  ["  sk_test_51AbCdEfGhIj\n", "stripe"],
])("knows %s", (pasted, slug) => {
  expect(recogniseKey(pasted, catalog)).toBe(slug);
});

it.each(["", "stripe", "send sms", "pk_live_51AbCdEfGhIj", hex, "sk_live_51 AbCdEf", "AC0123", "a".repeat(5_000)])("does not take %j for a key", (text) => {
  expect(recogniseKey(text, catalog)).toBeNull();
});

it("stays silent when two connectors could be meant", () => {
  const shapes = [{ id: "one", keyShapes: ["[a-z]{8,}"] }, { id: "two", keyShapes: ["[a-z]{9,}"] }];
  expect(recogniseKey("abcdefgh", shapes)).toBe("one");
  expect(recogniseKey("abcdefghi", shapes)).toBeNull();
});
