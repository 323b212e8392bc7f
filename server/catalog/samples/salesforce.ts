import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const org = "https://acme.my.salesforce.com";
const identity = "https://login.salesforce.com/id/00Dx0000000BV7zEAG/005x00000012Q9PAAU";
const answer = { instance_url: org, id: identity, token_type: "Bearer", issued_at: "1795000000000", signature: "0CmxinZir53Yex7nE0TD+zMpvIWYGb/bdJh6XfOH6EQ=" };

const way: Pick<WaySample, "verify" | "account" | "facts" | "refused"> = {
  verify: {
    call: `GET ${org}/services/oauth2/userinfo`,
    headers: bearerToken,
    answer: { body: { sub: identity, user_id: "005x00000012Q9PAAU", organization_id: "00Dx0000000BV7zEAG", preferred_username: "ada@acme.example", nickname: "ada", name: "Ada Lovelace", email: "ada@example.com", email_verified: true } },
  },
  account: { id: "005x00000012Q9PAAU", label: "ada@acme.example" },
  facts: { instance_url: org },
  // Plain text, and not 401, for a token that is wrong or has ended.
  refused: { status: 403, headers: { "content-type": "text/html;charset=UTF-8" }, body: "Bad_OAuth_Token" },
};

export const sample: ConnectorSample = {
  oauth2: {
    ...way,
    authorize: { url: `${org}/services/oauth2/authorize`, pkce: true },
    token: {
      call: `POST ${org}/services/oauth2/token`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { ...answer, access_token: "00Dx0000000BV7z!AR8AQAxo9UfVkh8AlV0Gomt9Czx9LjHnSSpwBMmbRcgKFmxOtvxjTrKW19ye6PE3Ds1eQz3z8jr3W7_VbWmEu4Q8TVGSTHxs", refresh_token: "5Aep8614iLM.Dq661ePDmPEgaAW9Oh_L3JKkDpB4xReb54_sample", scope: "api refresh_token id" } },
      reads: { accessToken: "00Dx0000000BV7z!AR8AQAxo9UfVkh8AlV0Gomt9Czx9LjHnSSpwBMmbRcgKFmxOtvxjTrKW19ye6PE3Ds1eQz3z8jr3W7_VbWmEu4Q8TVGSTHxs", refreshToken: "5Aep8614iLM.Dq661ePDmPEgaAW9Oh_L3JKkDpB4xReb54_sample", expiresInSeconds: 900, scopes: ["api", "refresh_token", "id"], facts: { instance_url: org } },
    },
    tokenRefused: { status: 400, body: { error: "invalid_client", error_description: "invalid client credentials" } },
  },
  client_credentials: {
    ...way,
    token: {
      call: `POST ${org}/services/oauth2/token`,
      form: { grant_type: "client_credentials", ...clientInBody },
      answer: { body: { ...answer, access_token: "00Dx0000000BV7z!AQcAQHsample", scope: "api" } },
      reads: { accessToken: "00Dx0000000BV7z!AQcAQHsample", expiresInSeconds: 900, scopes: ["api"], facts: { instance_url: org } },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "no client credentials user enabled" } },
  },
};
