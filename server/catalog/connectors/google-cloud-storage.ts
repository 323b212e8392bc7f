import type { Connector } from "../connector";
import { googleClientSteps, googleKeySteps, googleOAuth, googleServiceAccount, ownAddressScope, projectSetting, verifyAccount } from "../families/google";
import { googleCloudStorageOperations } from "./google-cloud-storage.operations";

const checkedOn = "2026-11-21";

export const googleCloudStorage: Connector = {
  slug: "google-cloud-storage",
  name: "Google Cloud Storage",
  category: "storage",
  description: "List, read, upload, copy and delete files in your buckets",
  synonyms: ["gcs", "bucket", "object storage", "google cloud", "upload a file", "files", "backup", "blob"],
  website: "https://cloud.google.com/storage",
  docsUrl: "https://docs.cloud.google.com/storage/docs/json_api",
  sources: [
    { url: "https://docs.cloud.google.com/storage/docs/json_api/v1", checkedOn },
    { url: "https://docs.cloud.google.com/mcp/supported-products", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
  ],
  popularity: 78,
  inputs: [],
  auth: [
    googleServiceAccount({
      guide: [
        { text: "Open Service accounts in the Google Cloud console and create an account named Patchbay.", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
        ...googleKeySteps,
        { text: "Open each bucket, tab Permissions, and grant the account's address Storage Object Viewer, or Storage Object User to write as well. To list buckets it needs a role in the project, such as Storage Bucket Viewer.", url: "https://console.cloud.google.com/storage/browser" },
      ],
      scopes: ["https://www.googleapis.com/auth/devstorage.full_control", ownAddressScope],
    }),
    googleOAuth({
      guide: [{ text: "Open the Google Cloud console, choose or create a project, and enable the Cloud Storage API.", url: "https://console.cloud.google.com/apis/library/storage.googleapis.com" }, ...googleClientSteps],
      scopes: [
        { value: "https://www.googleapis.com/auth/devstorage.read_write", meaning: "See, upload, change and delete files in your buckets", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/devstorage.read_only", meaning: "See buckets and read files, without changing them", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/devstorage.full_control", meaning: "Change files, and who may see them", isSensitive: true, isDefault: false, isRequired: false },
      ],
    }),
  ],
  api: { baseUrl: "https://storage.googleapis.com", hosts: ["www.googleapis.com"], errors: { code: "error.errors.0.reason", message: "error.message" } },
  verify: verifyAccount,
  operations: googleCloudStorageOperations,
  settings: [
    projectSetting,
    {
      key: "bucket",
      label: "Default bucket",
      secret: false,
      required: false,
      example: "acme-uploads",
      help: "Used when a call does not name one.",
      cut: "^gs://",
      pattern: "[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]",
      patternHint: "Write the bucket's name alone, such as acme-uploads.",
    },
  ],
  rateLimit: { summary: "About 5,000 reads and 1,000 writes a second per bucket to begin with, and one change a second per file" },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  webhook: { header: "x-goog-channel-token", algorithm: "token", key: "The token that was set when the notification channel was made" },
  mcp: { url: "https://storage.googleapis.com/storage/mcp", auth: "oauth", note: "Clients need a Google OAuth client of your own; they cannot register themselves." },
  defaultVisibility: "workspace",
};
