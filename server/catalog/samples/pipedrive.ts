import { bearerToken, clientAsBasic, codeGrant, type ConnectorSample, type WaySample } from "./sample";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "facts" | "refused"> {
  return {
    verify: {
      call: "GET https://acme.pipedrive.com/api/v1/users/me",
      headers,
      answer: { body: { success: true, data: { id: 1_234_567, name: "Ada Lovelace", email: "ada@example.com", lang: 1, locale: "en_US", company_id: 7_654_321, company_name: "Acme", company_domain: "acme", language: { language_code: "en", country_code: "US" } } } },
    },
    account: { id: "1234567", label: "Acme" },
    facts: { company: "acme" },
    refused: { status: 401, body: { success: false, error: "unauthorized access", errorCode: 401, error_info: "Please check developers.pipedrive.com for more information about Pipedrive API." } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://oauth.pipedrive.com/oauth/authorize", pkce: false },
    token: {
      call: "POST https://oauth.pipedrive.com/oauth/token",
      headers: clientAsBasic,
      form: codeGrant,
      answer: { body: { access_token: "v1u:AQIBAHj-LzTNK2yuuuaLqifzhWb9crUNKTpk4FlQ9rjnXqp_6AF", token_type: "Bearer", refresh_token: "1234567:7654321:f3b8c2f0sample", scope: "deals:full,users:read,base", expires_in: 3599, api_domain: "https://acme.pipedrive.com" } },
      reads: { accessToken: "v1u:AQIBAHj-LzTNK2yuuuaLqifzhWb9crUNKTpk4FlQ9rjnXqp_6AF", refreshToken: "1234567:7654321:f3b8c2f0sample", expiresInSeconds: 3599, refreshExpiresInSeconds: 5_184_000, scopes: ["deals:full", "users:read", "base"], facts: { company: "acme" } },
    },
    tokenRefused: { status: 400, body: { success: "false", message: "Invalid grant: authorization code is invalid", error: "invalid_grant" } },
  },
  api_key: way({ "x-api-token": "{api_key}" }),
};
