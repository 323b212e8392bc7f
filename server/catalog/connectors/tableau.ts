import type { Connector } from "../connector";
import { tableauOperations } from "./tableau.operations";

const checkedOn = "2026-11-21";

export const tableau: Connector = {
  slug: "tableau",
  name: "Tableau",
  category: "data",
  description: "Find workbooks and views, get their data and images, query and refresh data sources",
  synonyms: ["dashboards", "business intelligence", "bi", "charts", "workbook", "data visualisation", "extract refresh", "salesforce"],
  website: "https://www.tableau.com",
  docsUrl: "https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api.htm",
  sources: [
    { url: "https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api_concepts_auth.htm", checkedOn },
    { url: "https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api_concepts_versions.htm", checkedOn },
    { url: "https://help.salesforce.com/s/articleView?id=001496614&type=1", checkedOn },
    { url: "https://github.com/tableau/server-client-python/tree/master/tableauserverclient/server/endpoint", checkedOn },
    { url: "https://tableau.github.io/tableau-mcp/docs/hosted-tableau-mcp", checkedOn },
  ],
  popularity: 79,
  inputs: [
    {
      key: "host",
      label: "Server",
      secret: false,
      required: true,
      example: "dub01.online.tableau.com",
      help: "In Tableau Cloud the pod's host name, else the host name of your Tableau Server.",
      where: { text: "Your browser's address bar when you are in Tableau, up to the first slash" },
      cut: "^https?://|[/?#][\\s\\S]*$",
      pattern: "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,6}[a-z]{2,63}",
      patternHint: "Write the host name alone, such as dub01.online.tableau.com.",
    },
    {
      key: "site",
      label: "Site",
      secret: false,
      required: false,
      example: "acme",
      help: "The site's name as it stands in addresses. Leave it empty for the default site of a Tableau Server.",
      where: { text: "Your browser's address bar, the part after /site/" },
      pattern: "[A-Za-z0-9_-]{1,128}",
      patternHint: "Copy the part after /site/ in Tableau's address, such as acme.",
    },
    {
      key: "version",
      label: "API version",
      secret: false,
      required: false,
      example: "3.22",
      default: "3.22",
      help: "Leave it as it is, except for a Tableau Server older than 2024.",
      where: { text: "Tableau's table of API and server versions", url: "https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api_concepts_versions.htm" },
      pattern: "[23]\\.[0-9]{1,2}",
      patternHint: "Write two numbers with a dot between, such as 3.22.",
    },
  ],
  facts: [{ name: "site_id", pattern: "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" }],
  auth: [
    {
      kind: "client_credentials",
      label: "Personal access token",
      guide: [
        { text: "Sign in to Tableau, press your picture, My Account Settings, and go to Personal Access Tokens. If the section is missing, a site administrator has to allow tokens under Settings, General." },
        { text: "Name a token Patchbay and create it. Use it nowhere else: Tableau ends the session before when a token signs in again." },
        { text: "Copy the name and the secret at once: Tableau shows the secret only now. A token that nobody uses for 15 days is gone." },
      ],
      fields: [
        { key: "token_name", label: "Token name", secret: false, required: true, example: "Patchbay" },
        {
          key: "token_secret",
          label: "Token secret",
          secret: true,
          required: true,
          example: "qlE1g9MMh9vbrjjg==:rZTHhPpP2tUW1kfn4tjg8",
          where: { text: "My Account Settings, Personal Access Tokens" },
          looksLike: "[^:\\s]+:[^:\\s]+",
          looksLikeHint: "Tableau's secrets have two parts with a colon between. Copy both.",
        },
      ],
      tokenUrl: "https://{host}/api/{version}/auth/signin",
      clientAuthentication: "post",
      placement: { in: "header", name: "x-tableau-auth", template: "{access_token}" },
      signIn: {
        body: { credentials: { personalAccessTokenName: "{token_name}", personalAccessTokenSecret: "{token_secret}", site: { contentUrl: "{site}" } } },
        token: "credentials.token",
        // Two hours in Tableau Cloud; a Tableau Server gives four unless its administrator chose otherwise.
        ttlSeconds: 7_200,
        facts: { site_id: "credentials.site.id" },
      },
    },
  ],
  // Without it Tableau answers in XML.
  api: { baseUrl: "https://{host}", hosts: [], headers: { accept: "application/json" }, errors: { code: "error.code", message: "error.detail" } },
  verify: {
    method: "GET",
    path: "/api/{version}/sessions/current",
    account: { id: ["session.site.id", "{site_id}"], label: ["session.site.name", "{site}", "{host}"] },
    hints: [
      { status: 401, message: "Tableau ended this session at once. Check that nothing else signs in with the same token." },
      { status: 404, message: "Tableau does not know this API version. Enter the one of your server." },
    ],
  },
  operations: tableauOperations,
  settings: [],
  rateLimit: { summary: "Different for each call and licence in Tableau Cloud; no limit of its own on a Tableau Server" },
  pagination: { kind: "page", param: "pageNumber", limitParam: "pageSize", total: "pagination.totalAvailable" },
  mcp: { url: "https://mcp.tableau.com", auth: "oauth", note: "For Tableau Cloud. For a Tableau Server there is one to run yourself." },
  defaultVisibility: "workspace",
};
