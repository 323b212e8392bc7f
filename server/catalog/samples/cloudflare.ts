import type { Json } from "../operation";
import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample, type SampleAnswer } from "./sample";

const origin = "https://api.cloudflare.com/client/v4";
const well = (result: Json) => ({ result, success: true, errors: [], messages: [] });
const refusal = (status: number, code: number, message: string): SampleAnswer => ({ status, body: { success: false, errors: [{ code, message }], messages: [], result: null } });
const user = well({ id: "7c5dae5552338874e5053f2534d2767a", email: "ada@example.com", username: "ada", two_factor_authentication_enabled: true, suspended: false });
const account = { id: "7c5dae5552338874e5053f2534d2767a", label: "ada@example.com" };

export const sample: ConnectorSample = {
  bearer: {
    verify: { call: `GET ${origin}/accounts?per_page=5`, headers: { authorization: "Bearer {token}" }, answer: { body: well([{ id: "023e105f4ecef8ad9ca31a8372d0c353", name: "Acme", type: "standard", settings: { enforce_twofactor: false } }]) } },
    account: { id: "023e105f4ecef8ad9ca31a8372d0c353", label: "Acme" },
    alternatives: [
      {
        call: `GET ${origin}/user/tokens/verify`,
        headers: { authorization: "Bearer {token}" },
        answer: { body: well({ id: "ed17574386854bf78a67040be0a770b0", status: "active" }) },
        account: { id: "ed17574386854bf78a67040be0a770b0", label: "ed17574386854bf78a67040be0a770b0" },
      },
    ],
    refused: refusal(403, 9109, "Invalid access token"),
  },
  oauth2: {
    authorize: { url: "https://dash.cloudflare.com/oauth2/auth", pkce: true },
    token: {
      call: "POST https://dash.cloudflare.com/oauth2/token",
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { access_token: "cfoatSampleAccessToken.sig", expires_in: 3600, refresh_token: "cfortSampleRefreshToken.sig", scope: "user:read offline_access", token_type: "bearer" } },
      reads: { accessToken: "cfoatSampleAccessToken.sig", refreshToken: "cfortSampleRefreshToken.sig", expiresInSeconds: 3600, scopes: ["user:read", "offline_access"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)." } },
    verify: { call: `GET ${origin}/user`, headers: bearerToken, answer: { body: user } },
    account,
    refused: refusal(401, 10000, "Authentication error"),
  },
  api_key: {
    verify: { call: `GET ${origin}/user`, headers: { "x-auth-email": "{email}", "x-auth-key": "{api_key}" }, answer: { body: user } },
    account,
    refused: refusal(403, 9103, "Unknown X-Auth-Key or X-Auth-Email"),
  },
};
