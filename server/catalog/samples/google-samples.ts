import type { Json } from "../operation";
import { bearerToken, clientInBody, codeGrant, codeVerifier, type SampleAnswer, type TokenSample, type WaySample } from "./sample";

type Rest = Omit<WaySample, "authorize" | "token" | "tokenRefused">;
const tokenUrl = "https://oauth2.googleapis.com/token";
const accessToken = "ya29.a0AfB_byDsampleGoogleAccessToken";

/** Google's sign-in. `scope` is what it says was granted. */
export function googleSignIn(scope: string, rest: Rest): WaySample {
  return {
    authorize: { url: "https://accounts.google.com/o/oauth2/v2/auth", params: { access_type: "offline", prompt: "consent select_account" }, pkce: true },
    token: {
      call: `POST ${tokenUrl}`,
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: accessToken, expires_in: 3599, refresh_token: "1//0gSampleGoogleRefreshToken", scope, token_type: "Bearer", id_token: "eyJhbGciOiJSUzI1NiJ9.e30.c2FtcGxl" } },
      reads: { accessToken, refreshToken: "1//0gSampleGoogleRefreshToken", expiresInSeconds: 3599, scopes: scope.split(" ") },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "Malformed auth code." } },
    ...rest,
  };
}

/** A key file. `claims` are those beside the issuer and the audience. */
export function googleKeyFile(claims: Record<string, string>, rest: Rest): WaySample {
  const token: TokenSample = {
    call: `POST ${tokenUrl}`,
    form: { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: "^eyJ" },
    jwt: { head: { alg: "RS256", kid: "0123456789abcdef" }, claims: { iss: "robot@acme-project.iam.gserviceaccount.com", aud: tokenUrl, ...claims } },
    answer: { body: { access_token: accessToken, expires_in: 3599, token_type: "Bearer" } },
    reads: { accessToken, expiresInSeconds: 3599, scopes: null },
  };
  return { token, tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "Invalid JWT Signature." } }, ...rest };
}

/** How Google's APIs refuse a token. */
export const googleRefusal: SampleAnswer = {
  status: 401,
  body: { error: { code: 401, message: "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.", errors: [{ message: "Invalid Credentials", domain: "global", reason: "authError", location: "Authorization", locationType: "header" }], status: "UNAUTHENTICATED" } },
};

export const personScopes = "openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/userinfo.profile";

const userinfo = (body: Json) => ({ call: "GET https://www.googleapis.com/oauth2/v2/userinfo", headers: bearerToken, answer: { body } });
/** Who signed in, as `userinfo` says it. */
export const googlePerson = {
  verify: userinfo({ id: "110248495921238986420", email: "ada@example.com", verified_email: true, name: "Ada Lovelace", picture: "https://lh3.googleusercontent.com/a/sample" }),
  account: { id: "110248495921238986420", label: "ada@example.com" },
  refused: googleRefusal,
};
export const googleRobot = {
  verify: userinfo({ id: "100000000000000000001", email: "robot@acme-project.iam.gserviceaccount.com", verified_email: true, picture: "https://lh3.googleusercontent.com/a/sample" }),
  account: { id: "100000000000000000001", label: "robot@acme-project.iam.gserviceaccount.com" },
  refused: googleRefusal,
};
