import type { Connector } from "../connector";
import { dropboxOperations } from "./dropbox.operations";

const checkedOn = "2026-11-21";

export const dropbox: Connector = {
  slug: "dropbox",
  name: "Dropbox",
  category: "storage",
  description: "Find, read, upload, move and share files and folders",
  synonyms: ["files", "cloud storage", "upload a file", "share a file", "folder", "sync", "backup", "documents"],
  website: "https://www.dropbox.com",
  docsUrl: "https://www.dropbox.com/developers/documentation/http/documentation",
  sources: [
    { url: "https://github.com/dropbox/dropbox-api-spec/blob/main/files.stone", checkedOn },
    { url: "https://github.com/dropbox/dropbox-api-spec/blob/main/sharing.stone", checkedOn },
    { url: "https://dropbox.tech/developers/using-oauth-2-0-with-offline-access", checkedOn },
    { url: "https://github.com/better-auth/better-auth/blob/main/packages/core/src/social-providers/dropbox.ts", checkedOn },
  ],
  popularity: 84,
  inputs: [],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Dropbox",
      guide: [
        { text: "Open Dropbox's App Console and create an app with Scoped access.", url: "https://www.dropbox.com/developers/apps/create" },
        { text: "Choose Full Dropbox, or App folder to keep to one folder. This cannot be changed later." },
        { text: "On the Settings tab add this redirect URI.", copy: "{callbackUrl}" },
        { text: "On the Permissions tab tick the scopes you want to offer here and press Submit. Dropbox refuses a sign-in that asks for another." },
        { text: "Back on Settings copy the App key, which is the client ID, and the App secret. Enter both here." },
        { text: "A new app lets only you sign in: press Enable additional users for others, and apply for production before the fiftieth." },
      ],
      authorizeUrl: "https://www.dropbox.com/oauth2/authorize",
      tokenUrl: "https://api.dropboxapi.com/oauth2/token",
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "account_info.read", meaning: "See your name, email address and how much room is left", isSensitive: false, isDefault: true, isRequired: true },
        { value: "files.metadata.read", meaning: "See names, sizes and dates of your files and folders", isSensitive: false, isDefault: true, isRequired: false },
        { value: "files.content.read", meaning: "Read your files", isSensitive: true, isDefault: true, isRequired: false },
        { value: "files.content.write", meaning: "Upload, change, move and delete your files", isSensitive: true, isDefault: true, isRequired: false },
        { value: "sharing.read", meaning: "See what you share, and with whom", isSensitive: true, isDefault: false, isRequired: false },
        { value: "sharing.write", meaning: "Share files and folders with others", isSensitive: true, isDefault: false, isRequired: false },
        { value: "file_requests.read", meaning: "See your file requests", isSensitive: false, isDefault: false, isRequired: false },
        { value: "file_requests.write", meaning: "Ask others for files", isSensitive: false, isDefault: false, isRequired: false },
      ],
      // Without it there is no refresh token.
      authorizeParams: { token_access_type: "offline" },
      refresh: { mode: "stable", accessTtlSeconds: 14_400 },
    },
  ],
  api: { baseUrl: "https://api.dropboxapi.com", hosts: ["content.dropboxapi.com", "notify.dropboxapi.com"], errors: { code: "error..tag", message: "error_summary" } },
  verify: {
    method: "POST",
    path: "/2/users/get_current_account",
    account: { id: ["account_id"], label: ["email"] },
    hints: [
      { code: "missing_scope", message: "This sign-in may not see the account. Tick account_info.read on the app's Permissions tab and connect again." },
      { status: 401, message: "Dropbox no longer accepts this sign-in. The app may have been disconnected in Dropbox: connect again." },
    ],
  },
  operations: dropboxOperations,
  settings: [],
  rateLimit: { summary: "Limited per app and account, without a published number; Dropbox says with each refusal how long to wait" },
  webhook: { header: "x-dropbox-signature", algorithm: "hmac_sha256", encoding: "hex", signed: "{body}", key: "The App secret. Before it sends anything, Dropbox asks once for the challenge in the query to be echoed" },
  mcp: { url: "https://mcp.dropbox.com/mcp", auth: "oauth" },
  defaultVisibility: "private",
};
