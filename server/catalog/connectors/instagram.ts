import type { Connector } from "../connector";
import { metaAppSteps, metaErrors, metaPagination, metaReviewStep, metaWebhook, readMetaToken } from "../families/meta";
import { instagramOperations } from "./instagram.operations";

const checkedOn = "2026-11-21";

export const instagram: Connector = {
  slug: "instagram",
  name: "Instagram",
  category: "social",
  description: "Publish photos and reels, answer comments and see how they do on Instagram",
  synonyms: ["social media", "meta", "photo", "reel", "story", "publish post", "comments", "creator", "followers"],
  website: "https://www.instagram.com",
  docsUrl: "https://developers.facebook.com/documentation/instagram-platform",
  sources: [
    { url: "https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login.md", checkedOn },
    { url: "https://developers.facebook.com/documentation/instagram-platform/content-publishing.md", checkedOn },
    { url: "https://developers.facebook.com/docs/graph-api/changelog", checkedOn },
  ],
  popularity: 86,
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Instagram",
      guide: [
        ...metaAppSteps,
        { text: "Choose Manage messaging and content on Instagram, then API setup with Instagram login. Copy the Instagram app ID and the Instagram app secret there: they are not those of the Meta app." },
        { text: "Under Set up Instagram business login open the settings and add this as an OAuth redirect URI.", copy: "{callbackUrl}" },
        metaReviewStep,
        { text: "Enter the Instagram app ID and secret here. Only professional accounts can connect: switch yours to business or creator in Instagram's settings." },
      ],
      authorizeUrl: "https://www.instagram.com/oauth/authorize",
      tokenUrl: "https://api.instagram.com/oauth/access_token",
      clientAuthentication: "post",
      // Not documented.
      pkce: "none",
      scopeSeparator: ",",
      scopes: [
        { value: "instagram_business_basic", meaning: "See your profile and what you published", isSensitive: false, isDefault: true, isRequired: true },
        { value: "instagram_business_content_publish", meaning: "Publish photos, reels and stories", isSensitive: true, isDefault: true, isRequired: false },
        { value: "instagram_business_manage_comments", meaning: "Read, answer, hide and delete comments", isSensitive: true, isDefault: false, isRequired: false },
        { value: "instagram_business_manage_insights", meaning: "See how your account and your posts do", isSensitive: false, isDefault: false, isRequired: false },
        { value: "instagram_business_manage_messages", meaning: "Read and send direct messages", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // The first token lasts an hour, and is exchanged at once. One that is not renewed within 60 days is lost.
      refresh: { mode: "exchange", accessTtlSeconds: 5_184_000 },
      exchange: {
        afterCode: { method: "GET", url: "https://graph.instagram.com/access_token", params: { grant_type: "ig_exchange_token", client_secret: "{client_secret}", access_token: "{access_token}" } },
        renew: { method: "GET", url: "https://graph.instagram.com/refresh_access_token", params: { grant_type: "ig_refresh_token", access_token: "{access_token}" } },
      },
      readToken: readMetaToken,
    },
  ],
  api: { baseUrl: "https://graph.instagram.com", hosts: [], errors: metaErrors },
  verify: {
    method: "GET",
    path: "/v26.0/me?fields=user_id,username,account_type",
    account: { id: ["user_id", "id"], label: ["username"] },
    hints: [
      { code: "190", message: "Instagram does not accept this access any more: it has run out or was revoked. Sign in again." },
      { code: "10", message: "The app may not read this account. Allow everything that is asked for when you sign in." },
    ],
  },
  operations: instagramOperations,
  settings: [],
  rateLimit: { summary: "4,800 calls a day for each time the account was seen, and 100 posts published in 24 hours" },
  pagination: metaPagination,
  webhook: metaWebhook,
  defaultVisibility: "workspace",
};
