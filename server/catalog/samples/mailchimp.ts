import type { ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  api_key: {
    verify: {
      call: "GET https://us21.api.mailchimp.com/3.0/",
      headers: { authorization: "Basic patchbay:{api_key}" },
      answer: { body: { account_id: "8d3a3db4d97663a9074efcc16", login_id: "3001", account_name: "Freddie's Jokes", email: "freddie@example.com", role: "owner", total_subscribers: 413 } },
    },
    account: { id: "8d3a3db4d97663a9074efcc16", label: "Freddie's Jokes" },
    alternatives: [
      {
        call: "GET https://us21.api.mailchimp.com/3.0/ping",
        headers: { authorization: "Basic patchbay:{api_key}" },
        answer: { body: { health_status: "Everything's Chimpy!" } },
        account: { id: null, label: null },
      },
    ],
    facts: { dc: "us21" },
    refused: {
      status: 401,
      headers: { "content-type": "application/problem+json; charset=utf-8" },
      body: { type: "https://mailchimp.com/developer/marketing/docs/errors/", title: "API Key Invalid", status: 401, detail: "Your API key may be invalid, or you've attempted to access the wrong datacenter.", instance: "5d2c0b7a" },
    },
  },
};
