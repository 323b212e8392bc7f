import type { ConnectorSample, WaySample } from "./sample";

function way(authorization: string): WaySample {
  return {
    verify: {
      call: "GET https://shop.example.com/rest/default/V1/store/storeConfigs",
      headers: { authorization, accept: "application/json" },
      answer: { body: [{ id: 1, code: "default", website_id: 1, locale: "en_US", base_currency_code: "USD", timezone: "UTC", weight_unit: "lbs", base_url: "http://shop.example.com/", secure_base_url: "https://shop.example.com/" }] },
    },
    account: { id: "http://shop.example.com/", label: "shop.example.com" },
    refused: { status: 401, body: { message: "The consumer isn't authorized to access %resources.", parameters: { resources: "Magento_Backend::store" }, trace: null } },
  };
}

export const sample: ConnectorSample = {
  api_key: way('^OAuth oauth_consumer_key="8mbv2y6x3s0q9w1e7r4t5u6i8o9p0a1s", oauth_nonce="[^"]+", oauth_signature_method="HMAC-SHA256", oauth_timestamp="[0-9]{10}", oauth_token="3pgsytnpxbyz0waujkw9qllcjb79s379", oauth_version="1.0", oauth_signature="[A-Za-z0-9%]+"$'),
  bearer: way("Bearer {token}"),
};
