import type { Connector } from "../connector";
import { twilioOperations } from "./twilio.operations";

const checkedOn = "2026-11-21";
const accountSid = "AC[0-9A-Za-z_-]{2,64}";

export const twilio: Connector = {
  slug: "twilio",
  name: "Twilio",
  category: "communication",
  description: "Send text messages, make calls and look after your phone numbers",
  synonyms: ["sms", "send sms", "text message", "phone call", "voice", "whatsapp message", "phone number"],
  website: "https://www.twilio.com",
  docsUrl: "https://www.twilio.com/docs/usage/api",
  sources: [
    { url: "https://twilio.com/docs/iam/api-keys/keys-in-console", checkedOn },
    { url: "https://www.twilio.com/docs/usage/api/keys", checkedOn },
    { url: "https://www.twilio.com/docs/api/errors/20429", checkedOn },
    { url: "https://www.twilio.com/docs/api/errors/57012.md", checkedOn },
  ],
  popularity: 77,
  keyShapes: ["(AC|SK)[0-9a-f]{32}"],
  inputs: [],
  facts: [{ name: "account_sid", pattern: accountSid }],
  auth: [
    {
      kind: "basic",
      label: "Account SID and auth token",
      guide: [
        { text: "Open the Twilio Console. Account Info on the first page shows both values.", url: "https://console.twilio.com" },
        { text: "Copy the Account SID. It starts with AC." },
        { text: "Show the auth token and copy it. It can do everything the account can: a key, the other way to connect, can be limited." },
      ],
      fields: [
        {
          key: "username",
          label: "Account SID",
          secret: false,
          required: true,
          example: "AC0123456789abcdef0123456789abcdef",
          where: { text: "Console, Account Info", url: "https://console.twilio.com" },
          pattern: accountSid,
          patternHint: "The Account SID starts with AC and has 34 letters and digits.",
          looksLike: "AC[0-9a-fA-F]{32}",
          looksLikeHint: "An Account SID has 34 letters and digits. Check that it was copied whole.",
        },
        {
          key: "password",
          label: "Auth token",
          secret: true,
          required: true,
          example: "0123456789abcdef0123456789abcdef",
          where: { text: "Console, Account Info", url: "https://console.twilio.com" },
          looksLike: "[0-9a-fA-F]{32}",
          looksLikeHint: "An auth token has 32 letters and digits. Check that it was copied whole.",
        },
      ],
      facts: [{ name: "account_sid", field: "username", pattern: `(${accountSid})` }],
    },
    {
      kind: "api_key",
      label: "API key",
      guide: [
        { text: "Open API keys & tokens in the Twilio Console and press Create API key.", url: "https://console.twilio.com/us1/account/keys-credentials/api-keys" },
        { text: "Choose Standard, or Restricted with Messages and Phone Numbers." },
        { text: "Copy the SID, which starts with SK, and the secret: Twilio shows the secret only now." },
        { text: "The Account SID is on the Console's first page. It starts with AC.", url: "https://console.twilio.com" },
      ],
      fields: [
        {
          key: "account_sid",
          label: "Account SID",
          secret: false,
          required: true,
          example: "AC0123456789abcdef0123456789abcdef",
          where: { text: "Console, Account Info", url: "https://console.twilio.com" },
          pattern: accountSid,
          patternHint: "The Account SID starts with AC and has 34 letters and digits.",
        },
        {
          key: "api_key",
          label: "API key SID",
          secret: false,
          required: true,
          example: "SK0123456789abcdef0123456789abcdef",
          pattern: "SK[0-9A-Za-z_-]{2,64}",
          patternHint: "The SID of an API key starts with SK.",
        },
        { key: "api_secret", label: "API key secret", secret: true, required: true, example: "AbCdEfGhIjKlMnOpQrStUvWxYz012345" },
      ],
      placement: { in: "basic", username: "{api_key}", password: "{api_secret}" },
      facts: [{ name: "account_sid", field: "account_sid", pattern: `(${accountSid})` }],
    },
  ],
  api: {
    baseUrl: "https://api.twilio.com",
    hosts: ["messaging.twilio.com", "conversations.twilio.com", "verify.twilio.com", "lookups.twilio.com", "voice.twilio.com", "studio.twilio.com", "monitor.twilio.com"],
    errors: { code: "code", message: "message" },
  },
  verify: {
    method: "GET",
    path: "/2010-04-01/Accounts/{account_sid}.json",
    account: { id: ["sid", "{account_sid}"], label: ["friendly_name", "{account_sid}"] },
    hints: [
      { status: 401, message: "Twilio does not accept this pair. Check that the Account SID and the auth token belong to the same account." },
      { status: 404, message: "Twilio has no account with this SID. Copy it again from the Console." },
    ],
    perKind: {
      // Standard and restricted keys may not read the account itself.
      api_key: {
        method: "GET",
        path: "/2010-04-01/Accounts/{account_sid}/IncomingPhoneNumbers.json?PageSize=1",
        account: { id: ["{account_sid}"], label: ["{account_sid}"] },
        hints: [
          { status: 401, message: "Twilio does not accept this key. Check the SID and the secret, and that the key belongs to this account." },
          { status: 403, message: "This key may not read anything that tells Patchbay whether it works. Allow it to read messages or phone numbers." },
        ],
        alternatives: [
          { method: "GET", path: "/2010-04-01/Accounts/{account_sid}/Messages.json?PageSize=1", account: { id: ["{account_sid}"], label: ["{account_sid}"] } },
          { method: "GET", path: "/2010-04-01/Accounts/{account_sid}/Calls.json?PageSize=1", account: { id: ["{account_sid}"], label: ["{account_sid}"] } },
        ],
      },
    },
  },
  operations: twilioOperations,
  settings: [
    {
      key: "phoneNumber",
      label: "From number",
      secret: false,
      required: false,
      example: "+15017122661",
      help: "Used when a message does not name a sender. A Twilio number of yours, or the SID of a messaging service.",
      cut: "[\\s().-]",
      pattern: "(whatsapp:)?\\+[1-9][0-9]{4,14}|MG[0-9a-f]{32}|[0-9]{3,8}|[A-Za-z0-9 ]{1,11}",
      patternHint: "Write the number with its country code, such as +15017122661.",
    },
  ],
  rateLimit: { summary: "A number of requests at the same time per account; a refused one was not carried out and can be sent again" },
  pagination: { kind: "next_url", path: "next_page_uri" },
  webhook: { header: "x-twilio-signature", algorithm: "hmac_sha1", encoding: "base64", signed: "{url}{sorted_form}", bodyHashParam: "bodySHA256", key: "The account's primary auth token, also when calls are made with an API key" },
  environment: { authKind: "basic", values: { username: "TWILIO_ACCOUNT_SID", password: "TWILIO_AUTH_TOKEN" }, settings: { phoneNumber: "TWILIO_PHONE_NUMBER" } },
  defaultVisibility: "workspace",
};
