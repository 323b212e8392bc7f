import { googleRefusal, googleSignIn, personScopes } from "./google-samples";
import { bearerToken, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  oauth2: googleSignIn(`https://www.googleapis.com/auth/contacts ${personScopes}`, {
    verify: {
      call: "GET https://people.googleapis.com/v1/people/me?personFields=names,emailAddresses",
      headers: bearerToken,
      answer: {
        body: {
          resourceName: "people/110248495921238986420",
          etag: "%EgUBAi43PRoEAQIFByIMU2FtcGxlRXRhZw==",
          names: [{ metadata: { primary: true, source: { type: "PROFILE", id: "110248495921238986420" } }, displayName: "Ada Lovelace", familyName: "Lovelace", givenName: "Ada" }],
          emailAddresses: [{ metadata: { primary: true, verified: true }, value: "ada@example.com" }],
        },
      },
    },
    account: { id: "people/110248495921238986420", label: "ada@example.com" },
    refused: googleRefusal,
  }),
};
