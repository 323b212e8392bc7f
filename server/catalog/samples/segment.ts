import type { ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  bearer: {
    verify: {
      call: "GET https://api.segmentapis.com/",
      headers: { authorization: "Bearer {token}" },
      answer: { body: { data: { workspace: { id: "9aQ1Lj62S4bomZKLF4DPqW", slug: "acme", name: "Acme" } } } },
    },
    account: { id: "9aQ1Lj62S4bomZKLF4DPqW", label: "Acme" },
    refused: { status: 401, body: { errors: [{ type: "unauthorized", message: "the provided token is not valid" }] } },
  },
  api_key: {
    verify: {
      call: "POST https://api.segment.io/v1/identify",
      headers: { authorization: "Basic {write_key}:", "content-type": "application/json" },
      json: { anonymousId: "patchbay-connection-check", integrations: { All: false } },
      answer: { body: { success: true } },
    },
    account: { id: null, label: "Write key (us)" },
    refused: { status: 401, body: { success: false, message: "invalid write key" } },
  },
};
