import { expect, it } from "vitest";
import { zohoCrm } from "./zoho-crm";

/** The samples follow the shapes of Zoho's documentation; every value is made up. */
const [option] = zohoCrm.auth;
const read = option?.kind === "oauth2" ? option.readToken : undefined;

it("leaves tokens and refusals as they are", () => {
  const sample = { access_token: "1000.sample", refresh_token: "1000.other", scope: "ZohoCRM.users.READ ZohoCRM.modules.ALL", api_domain: "https://www.zohoapis.eu", token_type: "Bearer", expires_in: 3600 };
  expect(read?.(sample)).toEqual(sample);
  expect(read?.({ error: "invalid_code" })).toEqual({ error: "invalid_code" });
});

it("waits when too many tokens were asked for", () => {
  const sample = { error_description: "You have made too many requests continuously. Please try again after some time.", error: "Access Denied", status: "failure" };
  expect(read?.(sample)).toMatchObject({ error: "too_many_requests" });
});
