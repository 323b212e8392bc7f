import type { AuthOption } from "@/server/catalog/connector";
import type { Secret } from "@/server/lib/secret";

/** The opened fields of one connection's credential: what was posted, and the tokens that were got for it. */
export type CredentialFields = Readonly<Record<string, Secret>>;

/** The plain values, for the line that reads facts out of them or posts them. */
export function revealFields(credential: CredentialFields): Record<string, string> {
  return Object.fromEntries(Object.entries(credential).map(([key, secret]) => [key, secret.reveal()]));
}

const shortest = 4; // anything shorter stands in ordinary words too

/** Takes a credential's secret values out of what a vendor said about it: some quote the key that they refuse. */
export function withoutSecrets(text: string, option: AuthOption, credential: CredentialFields): string {
  const isShown = new Set("fields" in option ? option.fields.filter((field) => !field.secret).map((field) => field.key) : []);
  const hidden = Object.entries(credential).filter(([key]) => !isShown.has(key));
  return hidden.reduce((clean, [, secret]) => {
    const value = secret.reveal();
    return value.length < shortest ? clean : clean.replaceAll(value, "[secret]").replaceAll(encodeURIComponent(value), "[secret]");
  }, text);
}
