import { bearerToken, clientAsBasic, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const version = { "notion-version": "2026-03-11" };
const workspace = { workspace_id: "9c5a2b1e-0f6d-4e8a-9b1c-3d5e7f9a1b2c", workspace_name: "Acme" };
const owner = { type: "user", user: { object: "user", id: "e79a0b74-3aba-4149-9f74-0bb5791a6ee6", name: "Ada Lovelace", type: "person", person: { email: "ada@example.com" } } };

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: "GET https://api.notion.com/v1/users/me",
      headers: { ...version, ...headers },
      answer: { body: { object: "user", id: "16d84278-ab0e-484c-9bdd-b35da3bd8905", name: "Patchbay", avatar_url: null, type: "bot", bot: { owner, ...workspace }, request_id: "eee14dc8-c401-4e1d-b37f-9a7e4bca23cb" } },
    },
    account: { id: workspace.workspace_id, label: "Acme" },
    refused: { status: 401, body: { object: "error", status: 401, code: "unauthorized", message: "API token is invalid.", request_id: "eee14dc8-c401-4e1d-b37f-9a7e4bca23cb" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://api.notion.com/v1/oauth/authorize", params: { owner: "user" }, pkce: false },
    token: {
      call: "POST https://api.notion.com/v1/oauth/token",
      headers: { ...clientAsBasic, ...version, "content-type": "application/json" },
      json: codeGrant,
      answer: { body: { access_token: "ntn_sample_access_token", token_type: "bearer", refresh_token: "nrt_4991090011501Ejc6Xn4sHguI7jZIN449mKe9PRhpMfNK", bot_id: "b3414d65-1224-5f5d-85c2-f8b7b6c2a2a1", ...workspace, workspace_icon: null, owner, duplicated_template_id: null, request_id: "eee14dc8-c401-4e1d-b37f-9a7e4bca23cb" } },
      reads: { accessToken: "ntn_sample_access_token", refreshToken: "nrt_4991090011501Ejc6Xn4sHguI7jZIN449mKe9PRhpMfNK", expiresInSeconds: null, scopes: null },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", request_id: "eee14dc8-c401-4e1d-b37f-9a7e4bca23cb" } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
