import type { ConnectorSample, WaySample } from "./sample";

function way(suffix: string, headers: Record<string, string>): WaySample {
  const account = { id: "shop.example.com", label: "shop.example.com" };
  const list = (resource: string) => ({ call: `GET https://shop.example.com/wp-json/wc/v3/${resource}?per_page=1&_fields=id${suffix}`, headers, answer: { body: [{ id: 727 }] } });
  return {
    verify: list("orders"),
    account,
    alternatives: [{ ...list("products"), account }],
    refused: { status: 401, body: { code: "woocommerce_rest_cannot_view", message: "Sorry, you cannot list resources.", data: { status: 401 } } },
  };
}

export const sample: ConnectorSample = {
  basic: way("", { authorization: "Basic {consumer_key}:{consumer_secret}" }),
  api_key: way("&consumer_key={consumer_key}&consumer_secret={consumer_secret}", {}),
};
