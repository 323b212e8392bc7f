import { googleSignIn, personScopes } from "./google-samples";
import { bearerToken, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  oauth2: googleSignIn(personScopes, {
    verify: {
      call: "GET https://openidconnect.googleapis.com/v1/userinfo",
      headers: bearerToken,
      answer: { body: { sub: "110248495921238986420", name: "Ada Lovelace", given_name: "Ada", family_name: "Lovelace", picture: "https://lh3.googleusercontent.com/a/sample", email: "ada@example.com", email_verified: true } },
    },
    account: { id: "110248495921238986420", label: "ada@example.com" },
    refused: { status: 401, body: { error: "invalid_request", error_description: "Invalid Credentials" } },
  }),
};
