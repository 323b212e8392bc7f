import { googleKeyFile, googlePerson, googleRefusal, googleSignIn, personScopes } from "./google-samples";
import { bearerToken, type ConnectorSample } from "./sample";

const directory = "https://www.googleapis.com/auth/admin.directory";
const admin = { kind: "admin#directory#user", id: "115634672219041234567", primaryEmail: "admin@example.com", name: { givenName: "Ada", familyName: "Lovelace", fullName: "Ada Lovelace" }, isAdmin: true, suspended: false, customerId: "C03az79cb" };

export const sample: ConnectorSample = {
  oauth2: googleSignIn(`${directory}.user.readonly ${personScopes}`, googlePerson),
  service_account: googleKeyFile(
    { scope: `${directory}.user.readonly ${directory}.group.readonly`, sub: "admin@example.com" },
    {
      verify: { call: "GET https://admin.googleapis.com/admin/directory/v1/users/admin%40example.com", headers: bearerToken, answer: { body: admin } },
      account: { id: "C03az79cb", label: "admin@example.com" },
      alternatives: [
        {
          call: "GET https://admin.googleapis.com/admin/directory/v1/users?customer=my_customer&maxResults=1",
          headers: bearerToken,
          answer: { body: { kind: "admin#directory#users", users: [{ ...admin, primaryEmail: "bob@example.com" }] } },
          account: { id: "C03az79cb", label: "admin@example.com" },
        },
      ],
      facts: { subject: "admin@example.com" },
      refused: googleRefusal,
    },
  ),
};
