import type { Connector } from "../connector";
import { atlassianApi, atlassianApiToken, atlassianOAuth, atlassianScopedToken, cloudIdFact, siteInput } from "../families/atlassian";
import { jiraOperations } from "./jira.operations";

const checkedOn = "2026-11-21";

export const jira: Connector = {
  slug: "jira",
  name: "Jira Cloud",
  category: "devops",
  description: "Find, create and move issues, comment on them, and look up projects and people",
  synonyms: ["issue tracker", "ticket", "bug", "sprint", "backlog", "jql", "atlassian", "scrum", "kanban", "jira service management"],
  website: "https://www.atlassian.com/software/jira",
  docsUrl: "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
  sources: [
    { url: "https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/", checkedOn },
    { url: "https://docs.unified.to/skills/atlassian-cloud-oauth/SKILL.md", checkedOn },
    { url: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account", checkedOn },
    { url: "https://support.atlassian.com/atlassian-cloud/kb/401-unauthorized-error-when-service-account-accesses-jira-or-confluence-api", checkedOn },
    { url: "https://developer.atlassian.com/cloud/jira/platform/rate-limiting", checkedOn },
    { url: "https://developer.atlassian.com/cloud/jira/platform/build-an-app-that-respects-rate-limits/", checkedOn },
  ],
  popularity: 93,
  inputs: [siteInput],
  facts: [cloudIdFact],
  auth: [
    atlassianOAuth({
      product: "Jira",
      steps: [{ text: "Under Permissions add the Jira API, and choose the scopes you want to offer here, such as read:jira-work and write:jira-work." }],
      scopes: [
        { value: "read:jira-user", meaning: "See who you are, and names of other people", isSensitive: false, isDefault: true, isRequired: true },
        { value: "read:jira-work", meaning: "Read projects, issues, comments and attachments that you can see", isSensitive: true, isDefault: true, isRequired: false },
        { value: "write:jira-work", meaning: "Create, change and move issues, and comment on them", isSensitive: true, isDefault: true, isRequired: false },
        { value: "manage:jira-project", meaning: "Create and change components, versions and other settings of projects", isSensitive: true, isDefault: false, isRequired: false },
        { value: "manage:jira-configuration", meaning: "Change settings that only Jira administrators may change", isSensitive: true, isDefault: false, isRequired: false },
        { value: "manage:jira-webhook", meaning: "Add, change and delete webhooks", isSensitive: true, isDefault: false, isRequired: false },
      ],
    }),
    atlassianApiToken(),
    atlassianScopedToken({ product: "Jira", scopes: "read:jira-user read:jira-work write:jira-work" }),
  ],
  api: { ...atlassianApi("jira"), errors: { message: "errorMessages.0" } },
  verify: {
    method: "GET",
    path: "/rest/api/3/myself",
    account: { id: ["accountId"], label: ["emailAddress", "displayName"] },
    hints: [
      { status: 401, message: "Jira does not accept this. Check the email address, the site, and that the token has not expired: a token with scopes works only under its own name here." },
      { status: 403, message: "Jira refused this. The person may have no access to Jira on this site, or the site may not allow API tokens." },
      { status: 404, message: "There is no Jira on this site. Check its name: it is the part before .atlassian.net." },
    ],
  },
  operations: jiraOperations,
  settings: [
    {
      key: "defaultProject",
      label: "Default project",
      secret: false,
      required: false,
      example: "WEB",
      help: "Used when a call does not name one.",
      where: { text: "The letters before the number of any issue" },
      pattern: "[A-Z][A-Z0-9_]{1,254}",
      patternHint: "Write the project's key in capitals, such as WEB.",
    },
  ],
  rateLimit: {
    summary: "Points an hour for each app, and a number of requests a second for each endpoint and site; a refusal says how long to wait",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
  },
  pagination: { kind: "offset", param: "startAt", limitParam: "maxResults", total: "total" },
  webhook: { header: "x-hub-signature", algorithm: "hmac_sha256", encoding: "hex", prefix: "sha256=", signed: "{body}", key: "The secret you typed on Jira's page of the webhook. Without one it is not signed" },
  mcp: { url: "https://mcp.atlassian.com/v1/mcp", auth: "oauth", note: "One server for Jira and Confluence. Clients register themselves." },
  defaultVisibility: "workspace",
};
