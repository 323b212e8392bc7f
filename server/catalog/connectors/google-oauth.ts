import type { Connector } from "../connector";
import { googleClientSteps, googleOAuth } from "../families/google";
import { googleOauthOperations } from "./google-oauth.operations";

const checkedOn = "2026-11-21";

export const googleOauth: Connector = {
  slug: "google-oauth",
  name: "Google OAuth / OpenID",
  category: "identity",
  description: "Let people sign in with Google, and read who they are from OpenID Connect and their profile",
  synonyms: ["google sign-in", "login with google", "openid connect", "oidc", "sso", "userinfo", "id token", "google account", "people api"],
  website: "https://developers.google.com/identity",
  docsUrl: "https://developers.google.com/identity/openid-connect/openid-connect",
  sources: [
    { url: "https://developers.google.com/identity/protocols/oauth2/web-server", checkedOn },
    { url: "https://developers.google.com/accounts/docs/OAuth", checkedOn },
    { url: "https://accounts.google.com/.well-known/openid-configuration", checkedOn },
  ],
  popularity: 80,
  inputs: [],
  auth: [
    googleOAuth({
      guide: [
        { text: "Open the Google Cloud console and choose or create a project. To read more than name and address, enable the People API in it.", url: "https://console.cloud.google.com/apis/library/people.googleapis.com" },
        ...googleClientSteps,
        { text: "While the app is in testing, Google lets in only the test users you list, and ends their access after 7 days. Publish it when you are ready." },
      ],
      scopes: [
        { value: "https://www.googleapis.com/auth/user.emails.read", meaning: "See all your email addresses", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/user.phonenumbers.read", meaning: "See your phone numbers", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/user.addresses.read", meaning: "See your postal addresses", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/user.birthday.read", meaning: "See your date of birth", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/user.gender.read", meaning: "See your gender", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/user.organization.read", meaning: "See where you work and as what", isSensitive: false, isDefault: false, isRequired: false },
      ],
    }),
  ],
  api: {
    baseUrl: "https://openidconnect.googleapis.com",
    hosts: ["www.googleapis.com", "oauth2.googleapis.com", "people.googleapis.com", "accounts.google.com"],
    errors: { code: "error.status", message: "error.message" },
  },
  verify: {
    method: "GET",
    path: "/v1/userinfo",
    account: { id: ["sub"], label: ["email", "name"] },
    // This endpoint speaks as RFC 6750 does.
    errors: { code: "error", message: "error_description" },
    hints: [{ status: 401, message: "Google no longer accepts this sign-in. Access may have been removed in the Google account: connect again." }],
  },
  operations: googleOauthOperations,
  settings: [],
  rateLimit: { summary: "A number of requests a minute per project and per person, shown under Quotas in the Google Cloud console" },
  defaultVisibility: "private",
};
