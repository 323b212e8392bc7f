import type { Connector } from "../connector";
import { segmentOperations } from "./segment.operations";

const checkedOn = "2026-11-21";

export const segment: Connector = {
  slug: "segment",
  name: "Twilio Segment",
  category: "data",
  description: "Send events and traits to Segment, and manage sources, destinations and tracking plans",
  synonyms: ["cdp", "customer data platform", "track event", "identify", "analytics", "tracking plan", "twilio", "event pipeline"],
  website: "https://segment.com",
  docsUrl: "https://docs.segmentapis.com",
  sources: [
    { url: "https://www.twilio.com/docs/segment/api/public-api.md", checkedOn },
    { url: "https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/server/http-api.md", checkedOn },
    { url: "https://github.com/segmentio/segment-docs/blob/develop/src/guides/regional-segment.md", checkedOn },
    { url: "https://github.com/segmentio/public-api-sdk-typescript", checkedOn },
  ],
  popularity: 66,
  keyShapes: ["sgp_[A-Za-z0-9]{40,80}"],
  inputs: [
    {
      key: "region",
      label: "Region",
      secret: false,
      required: false,
      example: "us",
      help: "Where the workspace is. Events for a European workspace that are sent to the United States are lost without a word.",
      options: [
        { value: "us", label: "United States (Oregon)", facts: { api_host: "api.segmentapis.com", tracking_host: "api.segment.io" } },
        { value: "eu", label: "Europe (Dublin)", facts: { api_host: "eu1.api.segmentapis.com", tracking_host: "events.eu1.segmentapis.com" } },
      ],
    },
  ],
  auth: [
    {
      kind: "bearer",
      label: "Public API token",
      guide: [
        { text: "You need a Team or Business plan, and to own the workspace. To send events alone, choose Write key instead." },
        { text: "In Segment, open Settings, Workspace settings, Access Management, Tokens, and press Create Token.", url: "https://app.segment.com" },
        { text: "Choose Public API, describe it as Patchbay, and give it access as a workspace member, or as an owner if it should change things." },
        { text: "Create the token and copy it at once: Segment shows it only now." },
      ],
      fields: [
        {
          key: "token",
          label: "Public API token",
          secret: true,
          required: true,
          example: "sgp_0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQr",
          where: { text: "Settings, Workspace settings, Access Management, Tokens" },
          looksLike: "sgp_[A-Za-z0-9]{40,80}",
          looksLikeHint: "Public API tokens start with sgp_. Tokens of the old Config API and write keys do not work here.",
        },
      ],
    },
    {
      kind: "api_key",
      label: "Write key, to send events",
      guide: [
        { text: "In Segment, open Connections, Sources and choose the source that events should arrive at, or add one of the kind HTTP API.", url: "https://app.segment.com" },
        { text: "Open its Settings, API Keys, and copy the write key." },
        { text: "Segment accepts a wrong key without a word. After connecting, open the source's Debugger: an identify call of patchbay-connection-check shows that the key is right. It goes to no destination." },
      ],
      fields: [
        {
          key: "write_key",
          label: "Write key",
          secret: true,
          required: true,
          example: "AbCdEfGhIjKlMnOpQrStUvWxYz012345",
          where: { text: "Your source, Settings, API Keys" },
          looksLike: "(?!sgp_)[A-Za-z0-9]{20,64}",
          looksLikeHint: "Write keys have 32 letters and digits. Tokens that start with sgp_ belong to the other way.",
        },
      ],
      placement: { in: "basic", username: "{write_key}", password: "" },
    },
  ],
  api: { baseUrl: "https://{api_host}", hosts: ["{tracking_host}"], errors: { code: "errors.0.type", message: "errors.0.message", param: "errors.0.field" } },
  verify: {
    method: "GET",
    path: "/",
    account: { id: ["data.workspace.id"], label: ["data.workspace.name", "data.workspace.slug"] },
    hints: [
      { status: 401, message: "Segment does not know this token. Check the region too: each has tokens of its own." },
      { status: 403, message: "Segment refused this token. The Public API needs a Team or Business plan." },
    ],
    perKind: {
      api_key: {
        method: "POST",
        host: "{tracking_host}",
        path: "/v1/identify",
        body: { anonymousId: "patchbay-connection-check", integrations: { All: false } },
        account: { id: [], label: ["Write key ({region})"] },
        hints: [{ status: 400, message: "Segment does not take this as a write key. Copy it again from the source's Settings, API Keys." }],
      },
    },
  },
  operations: segmentOperations,
  settings: [],
  rateLimit: { summary: "Public API: a number of requests a minute for each address; events: 1,000 requests a second per workspace", resetHeader: "x-ratelimit-reset", resetUnit: "seconds" },
  pagination: { kind: "cursor", param: "pagination[cursor]", path: "data.pagination.next" },
  webhook: {
    header: "x-signature",
    algorithm: "hmac_sha1",
    encoding: "hex",
    signed: "{body}",
    key: "The shared secret in the settings of the Webhooks destination. In a batch only the first event is signed",
  },
  defaultVisibility: "workspace",
};
