import { expect, it } from "vitest";
import { pipedrive } from "./pipedrive";

/** The samples follow the shape of Pipedrive's documentation; every value is made up. */
const [option] = pipedrive.auth;
const read = option?.kind === "oauth2" ? option.readToken : undefined;
const sample = { access_token: "v1u:sample", token_type: "bearer", refresh_token: "1:2:sample", scope: "base,deals:full", expires_in: 3599, api_domain: "https://acme-sandbox.pipedrive.com" };

it("keeps the company that the answer names, and separates scopes by blanks", () => {
  expect(read?.(sample)).toMatchObject({ access_token: "v1u:sample", scope: "base deals:full", facts: { company: "acme-sandbox" } });
});

it.each(["https://acme.pipedrive.com.evil.example", "http://acme.pipedrive.com", "https://pipedrive.com", 7, undefined])("takes no company from %j", (domain) => {
  expect(read?.({ ...sample, api_domain: domain }).facts).toBeUndefined();
});

it("hands errors on", () => {
  expect(read?.({ success: false, error: "invalid_grant", error_description: "sample" })).toMatchObject({ error: "invalid_grant" });
});
