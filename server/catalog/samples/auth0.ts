import type { Json } from "../operation";
import { bearerToken, clientInBody, type ConnectorSample, type WaySample } from "./sample";

const domain = "acme.eu.auth0.com";
const accessToken = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.auth0.c2FtcGxl";
const account = { id: domain, label: domain };

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  const asked = (path: string, body: Json) => ({ call: `GET https://${domain}/api/v2/${path}`, headers, answer: { body } });
  return {
    verify: asked("tenants/settings?fields=friendly_name", { friendly_name: "Acme" }),
    account: { id: domain, label: "Acme" },
    alternatives: [
      { ...asked("users?per_page=1&fields=user_id", [{ user_id: "auth0|507f1f77bcf86cd799439020" }]), account },
      { ...asked("clients?per_page=1&fields=client_id", [{ client_id: "AaiyAPdpYdesoKnqjj8HJqRn4T5titww" }]), account },
      { ...asked("roles?per_page=1", [{ id: "rol_sample", name: "Admin", description: "" }]), account },
      { ...asked("logs?take=1&fields=log_id", [{ log_id: "90020211103032530111223343147286033102509916061341581378" }]), account },
      { ...asked("organizations?per_page=1", [{ id: "org_sample", name: "acme" }]), account },
      { ...asked("connections?per_page=1&fields=id", [{ id: "con_0000000000000001" }]), account },
    ],
    refused: { status: 401, body: { statusCode: 401, error: "Unauthorized", message: "Invalid token", attributes: { error: "Invalid token" } } },
  };
}

export const sample: ConnectorSample = {
  client_credentials: {
    ...way(bearerToken),
    token: {
      call: `POST https://${domain}/oauth/token`,
      form: { grant_type: "client_credentials", audience: `https://${domain}/api/v2/`, ...clientInBody },
      answer: { body: { access_token: accessToken, scope: "read:users read:tenant_settings", expires_in: 86400, token_type: "Bearer" } },
      reads: { accessToken, expiresInSeconds: 86_400, scopes: ["read:users", "read:tenant_settings"] },
    },
    tokenRefused: { status: 401, body: { error: "access_denied", error_description: "Unauthorized" } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
