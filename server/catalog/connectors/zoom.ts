import type { Connector } from "../connector";
import { zoomOperations } from "./zoom.operations";

const checkedOn = "2026-11-21";
const account = { id: ["account_id", "id"], label: ["email", "display_name"] };

export const zoom: Connector = {
  slug: "zoom",
  name: "Zoom",
  category: "communication",
  description: "Plan and change meetings, register guests, and get recordings and attendance",
  synonyms: ["meeting", "video call", "video conference", "webinar", "recording", "schedule meeting", "online meeting", "call"],
  website: "https://www.zoom.com",
  docsUrl: "https://developers.zoom.us/docs/api/",
  sources: [
    { url: "https://developers.zoom.us/docs/rooms/oauth/", checkedOn },
    { url: "https://developers.zoom.us/docs/internal-apps/s2s-oauth", checkedOn },
    { url: "https://developers.zoom.us/blog/public-pkce/", checkedOn },
    { url: "https://developers.zoom.us/docs/integrations/oauth-scopes-granular/", checkedOn },
    { url: "https://developers.zoom.us/docs/commerce/rate-limits/", checkedOn },
    { url: "https://developers.zoom.us/docs/mcp/servers/", checkedOn },
  ],
  popularity: 85,
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Zoom",
      guide: [
        { text: "Open the Zoom App Marketplace, press Develop, Build App and choose General App.", url: "https://marketplace.zoom.us/develop/create" },
        { text: "Choose User-managed for one person's meetings, or Admin-managed for a whole account." },
        { text: "Under OAuth Information enter this as the redirect URL, and add it to the allow list.", copy: "{callbackUrl}" },
        { text: "Under Scopes add the permissions you want to offer here, at least user:read:user and meeting:read:list_meetings. In an admin-managed app their names end with :admin." },
        { text: "Copy the client ID and the client secret from Basic Information, and enter both here. Until it is published only people of your own Zoom account can connect." },
      ],
      authorizeUrl: "https://zoom.us/oauth/authorize",
      tokenUrl: "https://zoom.us/oauth/token",
      revoke: { url: "https://zoom.us/oauth/revoke", style: "rfc7009", token: "access_token" },
      clientAuthentication: "basic",
      pkce: "S256",
      scopeSeparator: " ",
      // What the app was given in the Marketplace decides.
      scopes: [
        { value: "user:read:user", meaning: "See your name and email address", isSensitive: false, isDefault: true, isRequired: true },
        { value: "meeting:read:list_meetings", meaning: "List your meetings", isSensitive: false, isDefault: true, isRequired: false },
        { value: "meeting:read:meeting", meaning: "See the details of your meetings", isSensitive: false, isDefault: true, isRequired: false },
        { value: "meeting:write:meeting", meaning: "Create meetings", isSensitive: true, isDefault: true, isRequired: false },
        { value: "meeting:update:meeting", meaning: "Change your meetings", isSensitive: true, isDefault: false, isRequired: false },
        { value: "meeting:delete:meeting", meaning: "Delete your meetings", isSensitive: true, isDefault: false, isRequired: false },
        { value: "meeting:write:registrant", meaning: "Register guests for your meetings", isSensitive: true, isDefault: false, isRequired: false },
        { value: "meeting:read:list_past_participants", meaning: "See who attended your meetings", isSensitive: true, isDefault: false, isRequired: false },
        { value: "cloud_recording:read:list_user_recordings", meaning: "List your recordings", isSensitive: true, isDefault: false, isRequired: false },
        { value: "cloud_recording:read:list_recording_files", meaning: "Get the files of your recordings", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // A refresh token works once, for about 90 days.
      refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 7_776_000 },
    },
    {
      kind: "client_credentials",
      label: "Server-to-server app",
      guide: [
        { text: "Open the Zoom App Marketplace, press Develop, Build App and choose Server to Server OAuth App. Your Zoom role has to allow it.", url: "https://marketplace.zoom.us/develop/create" },
        { text: "Under Scopes add View a user, user:read:user:admin, so that Patchbay can check the connection, and what you plan to use, such as meeting:read:list_meetings:admin." },
        { text: "Press Activate your app: before that Zoom gives it no access." },
        { text: "Copy the account ID, the client ID and the client secret from App Credentials. The app acts for your whole Zoom account." },
      ],
      fields: [
        { key: "account_id", label: "Account ID", secret: false, required: true, example: "q6gBJVO5TzexKYTb_I2rpg", where: { text: "App Marketplace, your app, App Credentials", url: "https://marketplace.zoom.us/user/build" }, pattern: "[\\w-]{8,64}", patternHint: "Copy the Account ID from App Credentials. It is not the account number." },
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "aBcDeFgHiJkLmNoPqRsTu", pattern: "[\\w-]{8,64}", patternHint: "Copy the Client ID from App Credentials." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "aBcDeFgHiJkLmNoPqRsTuVwXyZ012345" },
      ],
      tokenUrl: "https://zoom.us/oauth/token",
      clientAuthentication: "basic",
      tokenParams: { grant_type: "account_credentials", account_id: "{account_id}" },
    },
  ],
  // Recordings are downloaded from hosts such as us02web.zoom.us.
  api: { baseUrl: "https://api.zoom.us", hosts: ["zoom.us", "*.zoom.us"], errors: { code: "code", message: "message", param: "errors.0.field" } },
  verify: {
    method: "GET",
    path: "/v2/users/me",
    account,
    hints: [
      { code: "124", message: "Zoom no longer accepts this sign-in. Connect again." },
      { code: "4711", message: "The app may not read the person. Add the scope user:read:user in the Marketplace, or user:read:user:admin to a server-to-server app, and connect again." },
      { code: "1001", message: "Zoom does not know this person any more. Connect again." },
    ],
  },
  operations: zoomOperations,
  settings: [],
  rateLimit: { summary: "Shared by all apps of a Zoom account: from 4 light and 1 heavy request a second on the free plan to 80 and 40, with limits a day" },
  pagination: { kind: "cursor", param: "next_page_token", path: "next_page_token" },
  webhook: {
    header: "x-zm-signature",
    algorithm: "hmac_sha256",
    encoding: "hex",
    prefix: "v0=",
    signed: "v0:{timestamp}:{body}",
    timestampHeader: "x-zm-request-timestamp",
    timestampUnit: "seconds",
    toleranceSeconds: 300,
    key: "The secret token on the Access page of your app. Zoom first sends endpoint.url_validation, which has to be answered with the plainToken and its signature",
  },
  mcp: { url: "https://mcp.zoom.us/mcp/zoom/streamable", auth: "oauth", note: "There are more servers for single products, such as meetings and chat." },
  defaultVisibility: "workspace",
};
