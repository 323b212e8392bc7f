import { expect, it } from "vitest";
import type { AuthOption } from "@/server/catalog/connector";
import { getConnector } from "@/server/catalog/registry";
import { Secret } from "@/server/lib/secret";
import { withoutSecrets } from "./credential";

const basic = getConnector("twilio").auth.find(({ kind }) => kind === "basic") as AuthOption;
const password = 'p+/="&%<canary>\'\\x';
const credential = { username: new Secret("AC0123456789abcdef0123456789abcdef"), password: new Secret(password) };

it.each([
  ["as it is", password],
  ["escaped for JSON", JSON.stringify({ error: `no ${password}` })],
  ["in an address", `https://vendor.example/?p=${encodeURIComponent(password)}`],
  ["in a form", new URLSearchParams({ p: password }).toString()],
  ["in a page", password.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")],
  ["in hex", Buffer.from(password).toString("hex")],
  ["in the header that it was sent in", `Basic ${Buffer.from(`AC0123456789abcdef0123456789abcdef:${password}`).toString("base64")}`],
  ["inside of base64url", Buffer.from(`xy${password}z`).toString("base64url")],
])("takes a secret out %s", (_where, said) => {
  const clean = withoutSecrets(`before ${said} after`, basic, credential);
  expect(clean).toMatch(/^before .*\[secret\].* after$/s);
  for (const part of ["canary", Buffer.from("canary").toString("hex"), Buffer.from("canary").toString("base64").slice(0, 6)]) expect(clean).not.toContain(part);
});

it("leaves what is no secret, and what is too short to be one", () => {
  expect(withoutSecrets("AC0123456789abcdef0123456789abcdef said abc", basic, { ...credential, password: new Secret("abc") })).toBe("AC0123456789abcdef0123456789abcdef said abc");
});
