import type { Connector, Scope } from "../connector";
import { microsoftApp, microsoftOAuth, tenantInput } from "../families/microsoft";
import { azureDevopsOperations } from "./azure-devops.operations";

const checkedOn = "2026-11-21";
/** Azure DevOps itself, as Entra knows it in every tenant. */
const resource = "499b84ac-1321-427f-aa17-267ca6975798";
const scope = (name: string, meaning: string, isSensitive: boolean, isDefault: boolean): Scope => ({ value: `${resource}/${name}`, meaning, isSensitive, isDefault, isRequired: false });

export const azureDevops: Connector = {
  slug: "azure-devops",
  name: "Azure DevOps",
  category: "devops",
  description: "Work with work items, repositories, pull requests and pipelines of an Azure DevOps organisation",
  synonyms: ["ado", "vsts", "tfs", "visual studio", "boards", "work item", "backlog", "azure repos", "azure pipelines", "ci", "pull request"],
  website: "https://azure.microsoft.com/products/devops",
  docsUrl: "https://learn.microsoft.com/rest/api/azure/devops/",
  sources: [
    { url: "https://learn.microsoft.com/vsts/integrate/get-started/auth/oauth", checkedOn },
    { url: "https://learn.microsoft.com/zh-cn/azure/devops/integrate/get-started/authentication/oauth", checkedOn },
    { url: "https://learn.microsoft.com/zh-cn/vsts/integrate/get-started/authentication/pats", checkedOn },
    { url: "https://github.com/RooCodeInc/Roomote/pull/896", checkedOn },
    { url: "https://learn.microsoft.com/en-gb/azure/devops/mcp-server/remote-mcp-server-troubleshooting?toc=%2Fazure%2Fdevops%2Ftroubleshoot%2Ftoc.json&view=azure-devops-server", checkedOn },
  ],
  popularity: 77,
  inputs: [
    {
      key: "organization",
      label: "Organisation",
      secret: false,
      required: true,
      example: "contoso",
      help: "The first part of the address after dev.azure.com. You may paste the whole address.",
      where: { text: "The address of any project: dev.azure.com/contoso", url: "https://dev.azure.com" },
      cut: "^(https?://)?dev\\.azure\\.com/|^https?://|\\.visualstudio\\.com.*|/.*",
      pattern: "[A-Za-z0-9][A-Za-z0-9-]{0,49}",
      patternHint: "Write the organisation's name as in dev.azure.com/contoso.",
    },
    tenantInput,
  ],
  auth: [
    microsoftOAuth({
      scopes: [
        scope("vso.profile", "See your profile", false, true),
        scope("vso.project", "See projects and teams", false, true),
        scope("vso.work", "Read work items, boards and queries", false, true),
        scope("vso.work_write", "Create and change work items and queries", true, true),
        scope("vso.code", "Read code, commits and pull requests", true, true),
        scope("vso.code_write", "Push code, and create and change pull requests", true, false),
        scope("vso.build", "See builds and pipelines", false, true),
        scope("vso.build_execute", "Run pipelines, and change builds", true, false),
        scope("vso.wiki", "Read wikis", false, false),
        scope("vso.wiki_write", "Create and change wiki pages", true, false),
        scope("vso.graph", "See people and groups of the organisation", true, false),
      ],
      steps: [
        { text: "Under API permissions add Azure DevOps, Delegated permissions, and the scopes you want to offer here, such as vso.work_write." },
        { text: "The organisation has to be connected to Entra. Personal Microsoft accounts connect with a personal access token." },
      ],
    }),
    {
      kind: "api_key",
      label: "Personal access token",
      guide: [
        { text: "Open your organisation at Azure DevOps, and there User settings, Personal access tokens. Press New Token.", url: "https://dev.azure.com" },
        { text: "Choose this one organisation: tokens for all organisations end on 1 December 2026." },
        { text: "Choose an expiry date you will remember, and the scopes: Project and Team: Read, and what you plan to use, such as Work Items: Read & write." },
        { text: "Create the token and copy it at once: Azure DevOps shows it only now." },
      ],
      fields: [
        {
          key: "api_key",
          label: "Personal access token",
          secret: true,
          required: true,
          example: "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdAZDO1234",
          where: { text: "User settings, Personal access tokens", url: "https://dev.azure.com" },
          looksLike: "[a-z0-9]{52}|[A-Za-z0-9]{84}",
          looksLikeHint: "Azure DevOps' tokens have 84 letters and digits, older ones 52.",
        },
      ],
      placement: { in: "basic", username: "", password: "{api_key}" },
    },
    microsoftApp({
      scope: `${resource}/.default`,
      permission: [
        { text: "In Azure DevOps open Organization settings, Users, and add the app by its name, with an access level and the projects it may see." },
      ],
    }),
  ],
  api: { baseUrl: "https://dev.azure.com", hosts: ["vssps.dev.azure.com", "vsrm.dev.azure.com", "almsearch.dev.azure.com", "feeds.dev.azure.com", "pkgs.dev.azure.com", "auditservice.dev.azure.com"], errors: { code: "typeKey", message: "message" } },
  verify: {
    method: "GET",
    path: "/{organization}/_apis/connectionData?api-version=7.1-preview",
    account: { id: ["authenticatedUser.id"], label: ["authenticatedUser.properties.Account.$value", "authenticatedUser.providerDisplayName", "{organization}"] },
    hints: [
      { status: 401, message: "Azure DevOps does not accept this for the organisation. Check the organisation, and that the token is of it and has not expired." },
      { status: 403, message: "Azure DevOps blocked this. The organisation may not allow tokens of this sort: ask an administrator." },
      { status: 404, message: "Azure DevOps has no such organisation. Check its name: it is the part after dev.azure.com." },
    ],
    alternatives: [{ method: "GET", path: "/{organization}/_apis/projects?$top=1&api-version=7.1", account: { id: ["{organization}"], label: ["{organization}"] } }],
  },
  operations: azureDevopsOperations,
  settings: [
    {
      key: "defaultProject",
      label: "Default project",
      secret: false,
      required: false,
      example: "Website",
      help: "Used when a call does not name one.",
      pattern: "[^/\\\\?#%*:|\"<>]{1,64}",
      patternHint: "Write the project's name or its id.",
    },
  ],
  rateLimit: {
    summary: "200 throughput units in 5 minutes per person, about what one person uses; headers come only when that is near",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset",
    resetUnit: "epoch_seconds",
  },
  mcp: { url: "https://mcp.dev.azure.com/", auth: "oauth", note: "In preview. Put your organisation's name at the end, or name it in each call. Signs in with Entra alone." },
  defaultVisibility: "workspace",
};
