import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const fixed = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" };

const shared: Pick<WaySample, "verify" | "account" | "refused"> = {
  verify: {
    call: "GET https://api.github.com/user",
    headers: fixed,
    answer: { body: { login: "octocat", id: 583231, type: "User", name: "The Octocat", email: null, two_factor_authentication: true } },
  },
  account: { id: "583231", label: "octocat" },
  refused: { status: 401, body: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" } },
};

export const sample: ConnectorSample = {
  oauth2: {
    ...shared,
    authorize: { url: "https://github.com/login/oauth/authorize", params: { prompt: "select_account" }, pkce: true },
    token: {
      call: "POST https://github.com/login/oauth/access_token",
      headers: { accept: "application/json" },
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: "gho_16C7e42F292c6912E7710c838347Ae178B4a", scope: "repo,read:user,read:org", token_type: "bearer" } },
      reads: { accessToken: "gho_16C7e42F292c6912E7710c838347Ae178B4a", expiresInSeconds: null, scopes: ["repo", "read:user", "read:org"] },
    },
    // GitHub sends its errors with status 200.
    tokenRefused: { body: { error: "incorrect_client_credentials", error_description: "The client_id and/or client_secret passed are incorrect." } },
    verify: { ...shared.verify, headers: { ...fixed, ...bearerToken } },
  },
  bearer: {
    ...shared,
    verify: { ...shared.verify, headers: { ...fixed, authorization: "Bearer {token}" } },
  },
};
