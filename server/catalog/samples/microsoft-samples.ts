import { clientInBody, codeGrant, codeVerifier, type WaySample } from "./sample";

type Rest = Omit<WaySample, "authorize" | "token" | "tokenRefused">;
const origin = "https://login.microsoftonline.com/contoso.onmicrosoft.com";
const accessToken = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6InNhbXBsZSJ9.e30.c2FtcGxl";
const refreshToken = "0.AXkAsampleMicrosoftRefreshToken";

/** Entra's sign-in. `scope` is what it says was granted, and `scopes` what that means. */
export function microsoftSignIn({ scope, scopes = scope.split(" ") }: { scope: string; scopes?: string[] }, rest: Rest): WaySample {
  return {
    authorize: { url: `${origin}/oauth2/v2.0/authorize`, params: { response_mode: "query", prompt: "select_account" }, pkce: true },
    token: {
      call: `POST ${origin}/oauth2/v2.0/token`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { token_type: "Bearer", scope, expires_in: 3736, ext_expires_in: 3736, access_token: accessToken, refresh_token: refreshToken } },
      reads: { accessToken, refreshToken, expiresInSeconds: 3736, refreshExpiresInSeconds: 7_776_000, scopes },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "AADSTS70008: The provided authorization code or refresh token has expired due to inactivity.", error_codes: [70008], timestamp: "2026-11-21 09:00:00Z", trace_id: "00aa00aa-0000-0000-0000-000000000000" } },
    ...rest,
  };
}

/** An app that signs in as itself. */
export function microsoftOwnApp(scope: string, rest: Rest): WaySample {
  return {
    token: {
      call: `POST ${origin}/oauth2/v2.0/token`,
      form: { grant_type: "client_credentials", scope, ...clientInBody },
      answer: { body: { token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599, access_token: accessToken } },
      reads: { accessToken, expiresInSeconds: 3599, scopes: null },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided.", error_codes: [7000215], timestamp: "2026-11-21 09:00:00Z", trace_id: "00aa00aa-0000-0000-0000-000000000000" } },
    ...rest,
  };
}
