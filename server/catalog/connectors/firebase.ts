import type { Connector } from "../connector";
import { googleServiceAccount } from "../families/google";
import { firebaseOperations } from "./firebase.operations";

const checkedOn = "2026-11-21";
const projectId = { name: "project_id", pattern: "(?:[a-z0-9.-]{1,60}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]" };

export const firebase: Connector = {
  slug: "firebase",
  name: "Firebase",
  category: "communication",
  description: "Send push notifications to apps, and look after users and documents of a Firebase project",
  synonyms: ["fcm", "push notification", "send push", "firebase cloud messaging", "google", "firestore", "mobile app", "android", "ios"],
  website: "https://firebase.google.com",
  docsUrl: "https://firebase.google.com/docs/cloud-messaging",
  sources: [
    { url: "https://firebase.google.com/docs/cloud-messaging/error-codes", checkedOn },
    { url: "https://firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode", checkedOn },
    { url: "https://firebase.google.com/docs/cloud-messaging/manage-topic-subscriptions", checkedOn },
  ],
  popularity: 80,
  inputs: [],
  facts: [projectId],
  auth: [
    googleServiceAccount({
      guide: [
        { text: "Open your project in the Firebase console, then Project settings, Service accounts.", url: "https://console.firebase.google.com/project/_/settings/serviceaccounts/adminsdk" },
        { text: "Press Generate new private key and confirm. A JSON file is downloaded: drop it here. It opens the whole project." },
        { text: "To allow less, make a service account of your own in the Google Cloud console with a role such as Firebase Cloud Messaging API Admin, and take a JSON key of that one.", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
        { text: "On the page Cloud Messaging of the project settings the Firebase Cloud Messaging API (V1) has to be enabled. Keys of the old API no longer work." },
      ],
      scopes: ["https://www.googleapis.com/auth/cloud-platform", "https://www.googleapis.com/auth/firebase.messaging"],
      keyFacts: [projectId],
    }),
  ],
  api: {
    baseUrl: "https://fcm.googleapis.com",
    hosts: ["firebase.googleapis.com", "firestore.googleapis.com", "identitytoolkit.googleapis.com", "firebaseremoteconfig.googleapis.com"],
    errors: { code: "error.status", message: "error.message", param: "error.details.0.fieldViolations.0.field" },
  },
  verify: {
    method: "GET",
    host: "firebase.googleapis.com",
    path: "/v1beta1/projects/{project_id}",
    account: { id: ["projectId", "{project_id}"], label: ["displayName", "projectId"] },
    hints: [
      { status: 401, message: "Google does not accept this key file. The key may have been deleted: make a new one." },
      { status: 403, message: "Google refused this service account. Give it the role Firebase Cloud Messaging API Admin, and check that the Firebase Cloud Messaging API (V1) is enabled." },
      { status: 404, message: "Google has no Firebase project of this key file. It may have been deleted." },
    ],
    // A key for messages alone may not see the project. Nothing is sent: FCM only looks at the message.
    alternatives: [
      {
        method: "POST",
        path: "/v1/projects/{project_id}/messages:send",
        body: { validate_only: true, message: { topic: "patchbay", data: { check: "1" } } },
        account: { id: ["{project_id}"], label: ["{project_id}"] },
      },
    ],
  },
  operations: firebaseOperations,
  settings: [],
  rateLimit: { summary: "600,000 messages a minute per project, and fewer to a single device or topic" },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  defaultVisibility: "workspace",
};
