import type { Connector } from "../connector";
import { googleClientSteps, googleOAuth, googleServiceAccount, subjectFact } from "../families/google";
import { gmailOperations } from "./gmail.operations";

const checkedOn = "2026-11-21";

export const gmail: Connector = {
  slug: "gmail",
  name: "Gmail",
  category: "communication",
  description: "Find, read, label and send mail from a Gmail account",
  synonyms: ["google", "google mail", "email", "mail", "send email", "inbox", "mailbox", "google workspace"],
  website: "https://workspace.google.com/gmail/",
  docsUrl: "https://developers.google.com/workspace/gmail",
  sources: [
    { url: "https://developers.google.com/workspace/gmail/api/reference/rest", checkedOn },
    { url: "https://developers.google.com/workspace/gmail/api/reference/quota", checkedOn },
    { url: "https://developers.google.com/accounts/docs/OAuth", checkedOn },
  ],
  popularity: 94,
  inputs: [],
  facts: [subjectFact],
  auth: [
    googleOAuth({
      guide: [
        { text: "Open the Google Cloud console, choose or create a project, and enable the Gmail API.", url: "https://console.cloud.google.com/apis/library/gmail.googleapis.com" },
        ...googleClientSteps,
        { text: "For people outside your organisation Google reviews apps that read mail, which takes weeks. With the audience Internal, or while testing with up to 100 people, it does not." },
      ],
      scopes: [
        { value: "https://www.googleapis.com/auth/gmail.readonly", meaning: "Read your mail", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/gmail.send", meaning: "Send mail in your name", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/gmail.modify", meaning: "Read, send, label and move your mail, but not delete it for good", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/gmail.compose", meaning: "Write drafts and send mail in your name", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/gmail.labels", meaning: "See, create and change labels", isSensitive: false, isDefault: false, isRequired: false },
      ],
    }),
    googleServiceAccount({
      guide: [
        { text: "Open Service accounts in the Google Cloud console and create one. It needs no role in the project.", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
        { text: "Enable the Gmail API in the same project.", url: "https://console.cloud.google.com/apis/library/gmail.googleapis.com" },
        { text: "Open the account's Keys tab, press Add key, Create new key, JSON. A file is downloaded: drop it here." },
        { text: "In the Admin console open Security, API controls, Domain-wide delegation and press Add new. Enter the account's client ID, a long number, and this scope.", url: "https://admin.google.com/ac/owl/domainwidedelegation", copy: "https://www.googleapis.com/auth/gmail.modify" },
        { text: "Below, enter the email address of the mailbox." },
      ],
      scopes: ["https://www.googleapis.com/auth/gmail.modify"],
      subject: { label: "Mailbox", example: "support@example.com", help: "The account reads this person's mail and sends in their name." },
    }),
  ],
  api: { baseUrl: "https://gmail.googleapis.com", hosts: ["www.googleapis.com"], errors: { code: "error.errors.0.reason", message: "error.message" } },
  verify: {
    method: "GET",
    path: "/gmail/v1/users/me/profile",
    account: { id: ["emailAddress"], label: ["emailAddress"] },
    hints: [
      { status: 401, message: "Google no longer accepts this sign-in. Access may have been removed in the Google account: connect again." },
      { status: 403, message: "Google refused the mailbox. Check that the Gmail API is enabled in the project, and that access to mail was allowed." },
    ],
    // Whoever only lets Patchbay send does not show the mailbox.
    alternatives: [{ method: "GET", host: "www.googleapis.com", path: "/oauth2/v2/userinfo", account: { id: ["email", "id"], label: ["email"] } }],
    perKind: {
      service_account: {
        method: "GET",
        path: "/gmail/v1/users/me/profile",
        account: { id: ["emailAddress"], label: ["emailAddress", "{subject}"] },
        hints: [{ status: 403, message: "Google refused the mailbox. Check that the Gmail API is enabled, and that domain-wide delegation lists this account with the scope of the guide." }],
      },
    },
  },
  operations: gmailOperations,
  settings: [],
  rateLimit: { summary: "6,000 quota units a minute per person and 1,200,000 per project, more per person in projects from before May 2026; sending a mail costs 100" },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  mcp: { url: "https://gmailmcp.googleapis.com/mcp/v1", auth: "oauth", note: "Has to be enabled in your Google Cloud project." },
  defaultVisibility: "private",
};
