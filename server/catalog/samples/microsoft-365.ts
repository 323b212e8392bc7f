import { microsoftOwnApp, microsoftSignIn } from "./microsoft-samples";
import { bearerToken, type ConnectorSample } from "./sample";

const graph = "https://graph.microsoft.com/v1.0";
const refused = {
  status: 401,
  body: { error: { code: "InvalidAuthenticationToken", message: "Access token has expired or is not yet valid.", innerError: { date: "2026-11-21T12:00:00", "request-id": "b7e5a2a1-4f0a-4a53-9d2f-0d1f0a5c8e11" } } },
};

export const sample: ConnectorSample = {
  oauth2: microsoftSignIn(
    { scope: "https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/User.Read", scopes: ["Mail.Read", "User.Read"] },
    {
      verify: {
        call: `GET ${graph}/me`,
        headers: bearerToken,
        answer: { body: { "@odata.context": `${graph}/$metadata#users/$entity`, displayName: "Adele Vance", mail: "adelev@contoso.com", userPrincipalName: "adelev@contoso.onmicrosoft.com", id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd" } },
      },
      account: { id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd", label: "adelev@contoso.com" },
      refused,
    },
  ),
  client_credentials: microsoftOwnApp("https://graph.microsoft.com/.default", {
    verify: {
      call: `GET ${graph}/organization`,
      headers: bearerToken,
      answer: { body: { "@odata.context": `${graph}/$metadata#organization`, value: [{ id: "84841066-274d-4ec0-a5c1-276be684bdd3", displayName: "Contoso", verifiedDomains: [{ name: "contoso.onmicrosoft.com", isDefault: true }] }] } },
    },
    account: { id: "84841066-274d-4ec0-a5c1-276be684bdd3", label: "Contoso" },
    refused,
  }),
};
