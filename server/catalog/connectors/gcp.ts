import type { Connector } from "../connector";
import { googleClientSteps, googleKeySteps, googleOAuth, googleServiceAccount, ownAddressScope, projectSetting, verifyAccount } from "../families/google";
import { gcpOperations } from "./gcp.operations";

const checkedOn = "2026-11-21";

export const gcp: Connector = {
  slug: "gcp",
  name: "Google Cloud Platform",
  category: "cloud",
  description: "Look after projects, virtual machines, Cloud Run services, secrets, logs and messages",
  synonyms: ["google cloud", "gcp", "compute engine", "virtual machine", "cloud run", "gke", "kubernetes", "pub/sub", "secret manager", "logs", "cloud logging"],
  website: "https://cloud.google.com",
  docsUrl: "https://docs.cloud.google.com/apis/docs/overview",
  sources: [
    { url: "https://developers.google.com/identity/protocols/oauth2/service-account", checkedOn },
    { url: "https://docs.cloud.google.com/mcp/supported-products", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
  ],
  popularity: 90,
  inputs: [],
  auth: [
    googleServiceAccount({
      guide: [
        { text: "Open Service accounts in the Google Cloud console, choose the project and create an account named Patchbay.", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
        { text: "Give it the roles for what you plan to do, such as Viewer, or Compute Instance Admin. For several projects, add it under IAM of each." },
        ...googleKeySteps,
        { text: "Enable the API of each product you want to call in that project.", url: "https://console.cloud.google.com/apis/library" },
      ],
      scopes: ["https://www.googleapis.com/auth/cloud-platform", ownAddressScope],
    }),
    googleOAuth({
      guide: [
        { text: "Open the Google Cloud console, choose or create a project, and enable the APIs you want to call, first of all the Cloud Resource Manager API.", url: "https://console.cloud.google.com/apis/library/cloudresourcemanager.googleapis.com" },
        ...googleClientSteps,
        { text: "Whoever connects can do here what their roles in Google Cloud let them do." },
      ],
      scopes: [
        { value: "https://www.googleapis.com/auth/cloud-platform", meaning: "See, change and delete everything you may in Google Cloud", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/cloud-platform.read-only", meaning: "See everything you may in Google Cloud, without changing it", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/compute.readonly", meaning: "See virtual machines, disks and networks", isSensitive: false, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/compute", meaning: "See, change and delete virtual machines, disks and networks", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/logging.read", meaning: "Read logs", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/pubsub", meaning: "See and change topics, and send and fetch messages", isSensitive: true, isDefault: false, isRequired: false },
      ],
    }),
  ],
  api: {
    baseUrl: "https://cloudresourcemanager.googleapis.com",
    hosts: [
      "www.googleapis.com",
      "artifactregistry.googleapis.com",
      "bigquery.googleapis.com",
      "cloudbilling.googleapis.com",
      "cloudbuild.googleapis.com",
      "cloudfunctions.googleapis.com",
      "cloudscheduler.googleapis.com",
      "cloudtasks.googleapis.com",
      "compute.googleapis.com",
      "container.googleapis.com",
      "dns.googleapis.com",
      "firestore.googleapis.com",
      "iam.googleapis.com",
      "logging.googleapis.com",
      "monitoring.googleapis.com",
      "pubsub.googleapis.com",
      "run.googleapis.com",
      "secretmanager.googleapis.com",
      "serviceusage.googleapis.com",
      "sqladmin.googleapis.com",
      "storage.googleapis.com",
    ],
    errors: { code: "error.status", message: "error.message" },
  },
  verify: verifyAccount,
  operations: gcpOperations,
  settings: [projectSetting],
  rateLimit: { summary: "A number of requests a minute per project and product, shown under Quotas in the Google Cloud console" },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  mcp: { url: "https://cloudresourcemanager.googleapis.com/mcp", auth: "oauth", note: "One server per product, at its own host: compute, container, run, logging, sqladmin and more. Clients need an OAuth client of your own." },
  defaultVisibility: "workspace",
};
