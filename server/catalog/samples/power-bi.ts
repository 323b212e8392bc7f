import { microsoftOwnApp, microsoftSignIn } from "./microsoft-samples";
import { bearerToken, type ConnectorSample, type WaySample } from "./sample";

const resource = "https://analysis.windows.net/powerbi/api";

const way: Pick<WaySample, "verify" | "account" | "refused"> = {
  verify: {
    call: "GET https://api.powerbi.com/v1.0/myorg/groups?$top=1",
    headers: bearerToken,
    answer: { body: { "@odata.context": "http://api.powerbi.com/v1.0/myorg/$metadata#groups", "@odata.count": 1, value: [{ id: "f089354e-8366-4e18-aea3-4cb4a3a50b48", isReadOnly: false, isOnDedicatedCapacity: false, type: "Workspace", name: "Sales" }] } },
  },
  account: { id: "f089354e-8366-4e18-aea3-4cb4a3a50b48", label: "Sales" },
  // Not 401, as one would expect.
  refused: { status: 403, body: { error: { code: "TokenExpired", message: "Access token has expired, resubmit with a new access token" } } },
};

export const sample: ConnectorSample = {
  oauth2: microsoftSignIn({ scope: `${resource}/Workspace.Read.All ${resource}/Report.Read.All` }, way),
  client_credentials: microsoftOwnApp(`${resource}/.default`, way),
};
