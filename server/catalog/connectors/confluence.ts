import type { Connector } from "../connector";
import { atlassianApi, atlassianApiToken, atlassianOAuth, atlassianScopedToken, cloudIdFact, siteInput } from "../families/atlassian";
import { confluenceOperations } from "./confluence.operations";

const checkedOn = "2026-11-21";

export const confluence: Connector = {
  slug: "confluence",
  name: "Confluence Cloud",
  category: "devops",
  description: "Search, read, write and comment on pages of your Confluence spaces",
  synonyms: ["wiki", "documentation", "knowledge base", "pages", "spaces", "atlassian", "cql", "intranet", "notes"],
  website: "https://www.atlassian.com/software/confluence",
  docsUrl: "https://developer.atlassian.com/cloud/confluence/rest/v2/intro/",
  sources: [
    { url: "https://developer.atlassian.com/cloud/confluence/oauth-2-3lo-apps", checkedOn },
    { url: "https://developer.atlassian.com/cloud/confluence/scopes-for-oauth-2-3LO-and-forge-apps/", checkedOn },
    { url: "https://docs.unified.to/skills/atlassian-confluence-oauth-app/SKILL.md", checkedOn },
    { url: "https://support.atlassian.com/confluence/kb/scoped-api-tokens-in-confluence-cloud", checkedOn },
    { url: "https://developer.atlassian.com/cloud/confluence/rate-limiting/", checkedOn },
  ],
  popularity: 84,
  inputs: [siteInput],
  facts: [cloudIdFact],
  auth: [
    atlassianOAuth({
      product: "Confluence",
      steps: [{ text: "Under Permissions add the Confluence API. Choose the scopes you want to offer here: under Classic scopes read:confluence-user and search:confluence, under Granular scopes those for pages, spaces and comments." }],
      // Version 2 of the API takes granular scopes; the search and the person come from version 1, with classic ones.
      scopes: [
        { value: "read:confluence-user", meaning: "See who you are, and names of other people", isSensitive: false, isDefault: true, isRequired: true },
        { value: "search:confluence", meaning: "Search what you can see", isSensitive: true, isDefault: true, isRequired: false },
        { value: "read:space:confluence", meaning: "See spaces", isSensitive: false, isDefault: true, isRequired: false },
        { value: "read:page:confluence", meaning: "Read pages", isSensitive: true, isDefault: true, isRequired: false },
        { value: "write:page:confluence", meaning: "Create and change pages", isSensitive: true, isDefault: true, isRequired: false },
        { value: "delete:page:confluence", meaning: "Move pages to the bin", isSensitive: true, isDefault: false, isRequired: false },
        { value: "read:comment:confluence", meaning: "Read comments", isSensitive: false, isDefault: true, isRequired: false },
        { value: "write:comment:confluence", meaning: "Write comments", isSensitive: false, isDefault: true, isRequired: false },
        { value: "read:hierarchical-content:confluence", meaning: "See which pages stand below a page", isSensitive: false, isDefault: false, isRequired: false },
        { value: "read:attachment:confluence", meaning: "See and download attachments", isSensitive: true, isDefault: false, isRequired: false },
        { value: "read:label:confluence", meaning: "See labels", isSensitive: false, isDefault: false, isRequired: false },
      ],
    }),
    atlassianApiToken(),
    atlassianScopedToken({ product: "Confluence", scopes: "read:confluence-user search:confluence read:space:confluence read:page:confluence write:page:confluence read:comment:confluence write:comment:confluence" }),
  ],
  api: { ...atlassianApi("confluence"), errors: { code: "errors.0.code", message: "errors.0.title" } },
  verify: {
    method: "GET",
    path: "/wiki/rest/api/user/current",
    account: { id: ["accountId"], label: ["email", "publicName", "displayName"] },
    // Where a site is open to everyone, a bad token is answered as if nobody had signed in.
    errors: { failedWhen: { path: "type", equals: "anonymous" }, message: "message" },
    hints: [
      { status: 200, message: "Confluence does not know this token, and answers as to a stranger. Check the email address and the token." },
      { status: 401, message: "Confluence does not accept this. Check the email address, the site, and that the token has not expired: a token with scopes works only under its own name here." },
      { status: 403, message: "Confluence refused this. The person may have no access to Confluence on this site, or the site may not allow API tokens." },
      { status: 404, message: "There is no Confluence on this site. Check its name: it is the part before .atlassian.net." },
    ],
    alternatives: [{ method: "GET", path: "/wiki/api/v2/spaces?limit=1", account: { id: [], label: ["results.0.name"] } }],
  },
  operations: confluenceOperations,
  settings: [
    {
      key: "defaultSpace",
      label: "Default space",
      secret: false,
      required: false,
      example: "65538",
      help: "New pages go there when a call does not name another.",
      where: { text: "The id that list_spaces answers with, not the key" },
      pattern: "[0-9]{1,19}",
      patternHint: "A space's id is a number, such as 65538.",
    },
  ],
  rateLimit: {
    summary: "Points an hour for each app, and a number of requests a second for each endpoint and site; a refusal says how long to wait",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
  },
  pagination: { kind: "next_url", path: "_links.next" },
  mcp: { url: "https://mcp.atlassian.com/v1/mcp", auth: "oauth", note: "One server for Jira and Confluence. Clients register themselves." },
  defaultVisibility: "workspace",
};
