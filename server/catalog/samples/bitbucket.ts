import { bearerToken, clientAsBasic, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const origin = "https://api.bitbucket.org/2.0";
const uuid = "{c788b2da-b7a2-404c-9e26-d3f077557007}";
const repositories = { pagelen: 1, values: [{ type: "repository", uuid: "{00000000-0000-4000-8000-000000000001}", full_name: "acme/website", is_private: true }], page: 1, size: 12 };

function way(headers: Record<string, string>): Omit<WaySample, "token"> {
  return {
    verify: { call: `GET ${origin}/user`, headers, answer: { body: { type: "user", uuid, account_id: "557058:c0b72ad0-1cb5-4018-9cdc-0cde8492c443", nickname: "ada", display_name: "Ada Lovelace", created_on: "2014-01-01T00:00:00.000000+00:00" } } },
    account: { id: uuid, label: "ada" },
    alternatives: [
      { call: `GET ${origin}/workspaces/acme`, headers, answer: { body: { type: "workspace", uuid: "{a15fb181-db1f-48f7-b41f-e1eff06929d6}", name: "Acme", slug: "acme", is_private: true } }, account: { id: "{a15fb181-db1f-48f7-b41f-e1eff06929d6}", label: "Acme" } },
      { call: `GET ${origin}/repositories/acme?pagelen=1`, headers, answer: { body: repositories }, account: { id: "acme", label: "acme" } },
    ],
    refused: { status: 401, body: { type: "error", error: { message: "Token is invalid, expired, or not supported for this endpoint." } } },
  };
}

const answer = { access_token: "bitbucketSampleAccessToken==", scopes: "account repository pullrequest", token_type: "bearer", expires_in: 7200, state: "authorization_code", refresh_token: "bitbucketSampleRefresh" };
const reads = { accessToken: "bitbucketSampleAccessToken==", refreshToken: "bitbucketSampleRefresh", expiresInSeconds: 7200 };
const tokenUrl = "POST https://bitbucket.org/site/oauth2/access_token";
const tokenRefused = { status: 400, body: { error: "unauthorized_client", error_description: "Invalid OAuth client credentials" } };

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://bitbucket.org/site/oauth2/authorize", pkce: false },
    token: { call: tokenUrl, headers: clientAsBasic, form: codeGrant, answer: { body: answer }, reads: { ...reads, scopes: ["account", "repository", "pullrequest"] } },
    tokenRefused,
  },
  basic: way({ authorization: "Basic {username}:{password}" }),
  bearer: {
    verify: { call: `GET ${origin}/repositories/acme?pagelen=1`, headers: { authorization: "Bearer {token}" }, answer: { body: repositories } },
    account: { id: "acme", label: "acme" },
    refused: { status: 401, body: { type: "error", error: { message: "Token is invalid, expired, or not supported for this endpoint." } } },
  },
  client_credentials: {
    ...way(bearerToken),
    // The scopes come under a name that only the sign-in's definition reads.
    token: { call: tokenUrl, headers: clientAsBasic, form: { grant_type: "client_credentials" }, answer: { body: { ...answer, state: "client_credentials" } }, reads: { ...reads, scopes: null } },
    tokenRefused,
  },
};
