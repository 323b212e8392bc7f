import { googleKeyFile, googlePerson, googleRefusal, googleSignIn, personScopes } from "./google-samples";
import { bearerToken, type ConnectorSample } from "./sample";

const profile = (emailAddress: string) => ({
  verify: { call: "GET https://gmail.googleapis.com/gmail/v1/users/me/profile", headers: bearerToken, answer: { body: { emailAddress, messagesTotal: 1204, threadsTotal: 873, historyId: "98765" } } },
  account: { id: emailAddress, label: emailAddress },
  refused: googleRefusal,
});

export const sample: ConnectorSample = {
  oauth2: googleSignIn(`https://www.googleapis.com/auth/gmail.modify ${personScopes}`, {
    ...profile("ada@example.com"),
    alternatives: [{ ...googlePerson.verify, account: { id: "ada@example.com", label: "ada@example.com" } }],
  }),
  service_account: googleKeyFile({ scope: "https://www.googleapis.com/auth/gmail.modify", sub: "support@example.com" }, { ...profile("support@example.com"), facts: { subject: "support@example.com" } }),
};
