import { microsoftOwnApp, microsoftSignIn } from "./microsoft-samples";
import { bearerToken, type ConnectorSample, type WaySample } from "./sample";

const tenantId = "31537af4-6d77-4bb9-a681-d2394888ea26";
const subscriptions: Pick<WaySample, "verify" | "account" | "refused"> = {
  verify: {
    call: "GET https://management.azure.com/subscriptions?api-version=2022-12-01",
    headers: bearerToken,
    answer: { body: { value: [{ id: "/subscriptions/291bba3f-e0a5-47bc-a099-3bdcb2a50a05", subscriptionId: "291bba3f-e0a5-47bc-a099-3bdcb2a50a05", tenantId, displayName: "Production", state: "Enabled", authorizationSource: "RoleBased" }], count: { type: "Total", value: 1 } } },
  },
  account: { id: tenantId, label: "Production" },
  refused: { status: 401, body: { error: { code: "InvalidAuthenticationToken", message: "The access token is invalid." } } },
};

export const sample: ConnectorSample = {
  client_credentials: microsoftOwnApp("https://management.azure.com/.default", {
    ...subscriptions,
    // An app without a role sees no subscription, and is known all the same.
    verify: { ...subscriptions.verify, answer: { body: { value: [], count: { type: "Total", value: 0 } } } },
    account: { id: "contoso.onmicrosoft.com", label: "contoso.onmicrosoft.com" },
  }),
  oauth2: microsoftSignIn({ scope: "https://management.azure.com/user_impersonation" }, subscriptions),
};
