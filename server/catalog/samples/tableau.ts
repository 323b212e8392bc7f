import type { ConnectorSample } from "./sample";

const api = "https://dub01.online.tableau.com/api/3.22";
const site = { id: "9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d", contentUrl: "acme" };
const token = "HvZMqFFfQQmOM4L-AZNIQA|5fI6T54OPK1Gn1p4w0RtHv6EkojWRTwq|a946d998-2ead-4894-bb50-1054a91dcab3";
const accept = { accept: "application/json" };

export const sample: ConnectorSample = {
  client_credentials: {
    token: {
      call: `POST ${api}/auth/signin`,
      headers: { ...accept, "content-type": "application/json" },
      json: { credentials: { personalAccessTokenName: "{token_name}", personalAccessTokenSecret: "{token_secret}", site: { contentUrl: "acme" } } },
      answer: { body: { credentials: { site, user: { id: "9f9e9d9c-8b8a-8f8e-7d7c-7b7a6f6d6e6d" }, token, estimatedTimeToExpiration: "362:37:57" } } },
      reads: { accessToken: token, expiresInSeconds: 7_200, scopes: null, facts: { site_id: site.id } },
    },
    tokenRefused: { status: 401, body: { error: { summary: "Signin Error", detail: "Error signing in to Tableau Server", code: "401001" } } },
    verify: {
      call: `GET ${api}/sessions/current`,
      headers: { ...accept, "x-tableau-auth": "{access_token}" },
      answer: { body: { session: { site: { ...site, name: "Acme", adminMode: "ContentAndUsers", state: "Active" }, user: { id: "9f9e9d9c-8b8a-8f8e-7d7c-7b7a6f6d6e6d", name: "ada@example.com", siteRole: "Creator" } } } },
    },
    account: { id: site.id, label: "Acme" },
    facts: { site_id: site.id },
    refused: { status: 401, body: { error: { summary: "Unauthorized Access", detail: "Invalid authentication credentials were provided.", code: "401002" } } },
  },
};
