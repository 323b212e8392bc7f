import type { AuthOption } from "@/server/catalog/connector";
import type { Secret } from "@/server/lib/secret";

/** The opened fields of one connection's credential: what was posted, and the tokens that were got for it. */
export type CredentialFields = Readonly<Record<string, Secret>>;

/** The plain values, for the line that reads facts out of them or posts them. */
export function revealFields(credential: CredentialFields): Record<string, string> {
  return Object.fromEntries(Object.entries(credential).map(([key, secret]) => [key, secret.reveal()]));
}

const shortest = 4; // anything shorter stands in ordinary words too
const shortestEncoded = 8;

/** Takes a credential's secret values out of what a vendor said about it: some quote the key that they refuse, in a form of their own. */
export function withoutSecrets(text: string, option: AuthOption, credential: CredentialFields): string {
  const isShown = new Set("fields" in option ? option.fields.filter((field) => !field.secret).map((field) => field.key) : []);
  const forms = Object.entries(credential).flatMap(([key, secret]) => (isShown.has(key) ? [] : formsOf(secret.reveal())));
  return forms.toSorted((one, other) => other.length - one.length).reduce((clean, form) => clean.replaceAll(form, "[secret]"), text);
}

/** How a value may stand in a text: as it is, escaped for JSON, an address, a form or a page, in hex, or inside of base64. */
function formsOf(value: string): string[] {
  if (value.length < shortest) return [];
  const bytes = Buffer.from(value);
  const hex = bytes.toString("hex");
  // Inside of something longer, base64 depends on where a group of three begins; the ends are cut to whole groups.
  const base64 = [0, 1, 2].map((offset) => bytes.subarray(offset, offset + Math.floor((bytes.length - offset) / 3) * 3).toString("base64"));
  const html = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const escaped = [JSON.stringify(value).slice(1, -1), encodeURIComponent(value), new URLSearchParams({ s: value }).toString().slice(2), html, html.replaceAll("'", "&#39;")];
  const encoded = [hex, hex.toUpperCase(), ...base64, ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))];
  return [...new Set([value, ...escaped, ...encoded.filter((text) => text.length >= shortestEncoded)])];
}
