import type { Connector } from "../connector";
import { metaAppSteps, metaErrors, metaPagination, metaReviewStep, metaWebhook, readMetaToken } from "../families/meta";
import { whatsappOperations } from "./whatsapp.operations";

const checkedOn = "2026-11-21";
const longToken = { method: "GET", url: "https://graph.facebook.com/v26.0/oauth/access_token", params: { grant_type: "fb_exchange_token", client_id: "{client_id}", client_secret: "{client_secret}", fb_exchange_token: "{access_token}" } } as const;

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
    { url: "https://developers.facebook.com/documentation/facebook-login/facebook-login-for-business", checkedOn },
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
    {
      kind: "bearer",
      label: "System user token",
      guide: [
        { text: "Open Meta for Developers and create an app with the use case Connect with customers through WhatsApp, or open the one you have.", url: "https://developers.facebook.com/apps/" },
        { text: "On the page API setup of WhatsApp copy the phone number ID and the WhatsApp Business account ID. Enter both above." },
        { text: "Open Business settings, Users, System users and add one with the role Admin.", url: "https://business.facebook.com/latest/settings/system_users" },
        { text: "Press Assign assets: give it full control of the app and of the WhatsApp account." },
        { text: "Press Generate token, choose the app, the expiry Never, and the permissions whatsapp_business_messaging and whatsapp_business_management." },
        { text: "Copy the token: Meta shows it only now. The temporary token on the page API setup stops working after a day." },
      ],
      fields: [
        {
          key: "token",
          label: "Access token",
          secret: true,
          required: true,
          example: "EAAJB0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
          where: { text: "Business settings, Users, System users", url: "https://business.facebook.com/latest/settings/system_users" },
          looksLike: "EAA[A-Za-z0-9]{40,}",
          looksLikeHint: "Meta's access tokens start with EAA. The app secret does not work here.",
        },
      ],
    },
    {
      kind: "oauth2",
      label: "Sign in with Facebook",
      guide: [
        ...metaAppSteps,
        { text: "Choose Connect with customers through WhatsApp. On the page API setup copy the phone number ID and the WhatsApp Business account ID, and enter both above." },
        { text: "Add the product Facebook Login. Under its Settings add this as a valid OAuth redirect URI. Leave strict mode on.", copy: "{callbackUrl}" },
        { text: "Under App settings, Basic copy the app ID and the app secret, and enter both here." },
        metaReviewStep,
        { text: "Whoever connects has to manage the WhatsApp account. The access ends when nobody uses it for 60 days: a system user's token does not." },
      ],
      authorizeUrl: "https://www.facebook.com/v26.0/dialog/oauth",
      tokenUrl: "https://graph.facebook.com/v26.0/oauth/access_token",
      clientAuthentication: "post",
      // Meta calls it a test still, and only for OpenID Connect.
      pkce: "none",
      scopeSeparator: ",",
      scopes: [
        { value: "whatsapp_business_messaging", meaning: "Send and receive messages", isSensitive: true, isDefault: true, isRequired: true },
        { value: "whatsapp_business_management", meaning: "See and change numbers and templates", isSensitive: true, isDefault: true, isRequired: true },
        { value: "business_management", meaning: "See the business that the account belongs to", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // Two hours at first, then exchanged for 60 days.
      refresh: { mode: "exchange", accessTtlSeconds: 5_184_000 },
      exchange: { afterCode: longToken, renew: longToken },
      readToken: readMetaToken,
      family: "META",
    },
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
  pagination: metaPagination,
  webhook: metaWebhook,
  defaultVisibility: "workspace",
};
