import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const way: Pick<WaySample, "verify" | "account" | "refused"> = {
  verify: {
    call: "GET https://api.zoom.us/v2/users/me",
    headers: bearerToken,
    answer: { body: { id: "zJKyaiAyTNC-MWjiWC18KQ", first_name: "Jill", last_name: "Chill", display_name: "Jill Chill", email: "jchill@example.com", type: 2, account_id: "q6gBJVO5TzexKYTb_I2rpg", account_number: 10_009_239, status: "active" } },
  },
  account: { id: "q6gBJVO5TzexKYTb_I2rpg", label: "jchill@example.com" },
  refused: { status: 401, body: { code: 124, message: "Invalid access token." } },
};
const scope = "user:read:user meeting:read:meeting";
const scopes = ["user:read:user", "meeting:read:meeting"];

export const sample: ConnectorSample = {
  oauth2: {
    ...way,
    authorize: { url: "https://zoom.us/oauth/authorize", pkce: true },
    token: {
      call: "POST https://zoom.us/oauth/token",
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { access_token: "eyJzdiI6IjAwMDAwMSIs.sample.token", token_type: "bearer", refresh_token: "eyJzdiI6IjAwMDAwMSIs.sample.refresh", expires_in: 3599, scope, api_url: "https://api.zoom.us" } },
      reads: { accessToken: "eyJzdiI6IjAwMDAwMSIs.sample.token", refreshToken: "eyJzdiI6IjAwMDAwMSIs.sample.refresh", expiresInSeconds: 3599, refreshExpiresInSeconds: 7_776_000, scopes },
    },
    tokenRefused: { status: 400, body: { reason: "Invalid authorization code", error: "invalid_grant" } },
  },
  client_credentials: {
    ...way,
    token: {
      call: "POST https://zoom.us/oauth/token",
      headers: clientAsBasic,
      form: { grant_type: "account_credentials", account_id: "q6gBJVO5TzexKYTb_I2rpg" },
      answer: { body: { access_token: "eyJzdiI6IjAwMDAwMSIs.sample.server", token_type: "bearer", expires_in: 3599, scope, api_url: "https://api.zoom.us" } },
      reads: { accessToken: "eyJzdiI6IjAwMDAwMSIs.sample.server", expiresInSeconds: 3599, scopes },
    },
    tokenRefused: { status: 400, body: { reason: "Invalid client_id or client_secret", error: "invalid_client" } },
  },
};
