import type { Connector } from "../connector";
import { metaErrors, metaSystemUser } from "../families/meta";
import { whatsappOperations } from "./whatsapp.operations";

const checkedOn = "2026-11-21";

export const whatsapp: Connector = {
  slug: "whatsapp",
  name: "WhatsApp Business",
  category: "communication",
  description: "Send messages and approved templates from your WhatsApp Business number, and manage templates",
  synonyms: ["whatsapp", "whatsapp message", "send whatsapp", "cloud api", "meta", "facebook", "chat", "template message", "wa"],
  website: "https://business.whatsapp.com",
  docsUrl: "https://developers.facebook.com/documentation/business-messaging/whatsapp/",
  sources: [
    { url: "https://developers.facebook.com/docs/graph-api/changelog/versions/", checkedOn },
    { url: "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes", checkedOn },
    { url: "https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput", checkedOn },
    { url: "https://bollardai.com/resources/whatsapp", checkedOn },
  ],
  popularity: 88,
  inputs: [
    {
      key: "phone_number_id",
      label: "Phone number ID",
      secret: false,
      required: true,
      example: "106540352242922",
      help: "The ID that Meta gave the number, not the number itself.",
      where: { text: "App dashboard, WhatsApp, API setup", url: "https://developers.facebook.com/apps" },
      pattern: "[0-9]{8,25}",
      patternHint: "Write the phone number ID: digits alone, without a plus.",
    },
    {
      key: "business_account_id",
      label: "WhatsApp Business account ID",
      secret: false,
      required: true,
      example: "102290129340398",
      help: "Stands below the phone number ID. Templates belong to it.",
      where: { text: "App dashboard, WhatsApp, API setup", url: "https://developers.facebook.com/apps" },
      pattern: "[0-9]{8,25}",
      patternHint: "Write the WhatsApp Business account ID: digits alone.",
    },
  ],
  auth: [
    metaSystemUser({
      guide: [
        { text: "Open Meta for Developers and create an app with the use case Connect with customers through WhatsApp, or open the one you have.", url: "https://developers.facebook.com/apps" },
        { text: "On the page API setup of WhatsApp copy the phone number ID and the WhatsApp Business account ID. Enter both above." },
        { text: "Open Business settings, Users, System users and add one with the role Admin.", url: "https://business.facebook.com/latest/settings/system_users" },
        { text: "Press Assign assets: give it full control of the app and of the WhatsApp account." },
        { text: "Press Generate token, choose the app, the expiry Never, and the permissions whatsapp_business_messaging and whatsapp_business_management." },
        { text: "Copy the token: Meta shows it only now. The temporary token on the page API setup stops working after a day." },
      ],
    }),
  ],
  api: { baseUrl: "https://graph.facebook.com", hosts: ["lookaside.fbsbx.com"], errors: metaErrors },
  verify: {
    method: "GET",
    path: "/v26.0/{phone_number_id}?fields=id,display_phone_number,verified_name",
    account: { id: ["id"], label: ["display_phone_number", "verified_name"] },
    hints: [
      { code: "190", message: "Meta does not accept this token: it has expired or was revoked. Generate a new one for the system user, with the expiry Never." },
      { code: "100", message: "Meta does not know this phone number ID, or the token may not see it. Check the ID, and assign the WhatsApp account to the system user." },
      { code: "10", message: "This token may not use WhatsApp. Generate one with whatsapp_business_messaging and whatsapp_business_management." },
      { code: "200", message: "This token may not see the number. Assign the WhatsApp account to the system user." },
    ],
  },
  operations: whatsappOperations,
  settings: [],
  rateLimit: { summary: "80 messages a second per number, and one in six seconds to the same person; new numbers may start few conversations a day" },
  // `after` also comes with the last page. The address of the next page is not used: Meta writes the token into it.
  pagination: { kind: "cursor", param: "after", path: "paging.cursors.after" },
  webhook: {
    header: "x-hub-signature-256",
    algorithm: "hmac_sha256",
    encoding: "hex",
    prefix: "sha256=",
    signed: "{body}",
    key: "The app secret, on the page App settings, Basic. Meta first sends a GET whose hub.challenge has to be echoed when hub.verify_token is the one you chose",
  },
  defaultVisibility: "workspace",
};
