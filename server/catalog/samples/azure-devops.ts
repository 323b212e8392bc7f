import { microsoftOwnApp, microsoftSignIn } from "./microsoft-samples";
import { bearerToken, type ConnectorSample, type WaySample } from "./sample";

const resource = "499b84ac-1321-427f-aa17-267ca6975798";

function way(headers: Record<string, string>): Omit<WaySample, "token"> {
  return {
    verify: {
      call: "GET https://dev.azure.com/contoso/_apis/connectionData?api-version=7.1-preview",
      headers,
      answer: {
        body: {
          authenticatedUser: { id: "d6245f20-2af8-44f4-9451-8107cb2767db", descriptor: "Microsoft.IdentityModel.Claims.ClaimsIdentity;sample", providerDisplayName: "Ada Lovelace", isActive: true, properties: { Account: { $type: "System.String", $value: "ada@contoso.com" } } },
          instanceId: "7f1f5b1e-51a0-4f4b-9b0e-5a9d1a4fd4b0",
          deploymentType: "hosted",
        },
      },
    },
    account: { id: "d6245f20-2af8-44f4-9451-8107cb2767db", label: "ada@contoso.com" },
    alternatives: [
      {
        call: "GET https://dev.azure.com/contoso/_apis/projects?$top=1&api-version=7.1",
        headers,
        answer: { body: { count: 1, value: [{ id: "eb6e4656-77fc-42a1-9181-4c6d8e9da5d1", name: "Fabrikam", state: "wellFormed", visibility: "private" }] } },
        account: { id: "contoso", label: "contoso" },
      },
    ],
    refused: { status: 401, headers: { "content-type": "text/html; charset=utf-8" }, body: "<!DOCTYPE html><html><head><title>Access Denied: The Personal Access Token used has expired.</title></head></html>" },
  };
}

export const sample: ConnectorSample = {
  oauth2: microsoftSignIn({ scope: `${resource}/vso.profile ${resource}/vso.project` }, way(bearerToken)),
  // The user name is empty. Whoever is not signed in gets a page with status 203.
  api_key: { ...way({ authorization: "Basic :{api_key}" }), refused: { status: 203, headers: { "content-type": "text/html; charset=utf-8" }, body: "<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head></html>" } },
  client_credentials: microsoftOwnApp(`${resource}/.default`, way(bearerToken)),
};
