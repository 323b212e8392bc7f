import type { Connector } from "../connector";
import { googleClientSteps, googleKeySteps, googleOAuth, googleServiceAccount, ownAddressScope, projectSetting, verifyAccount } from "../families/google";
import { bigqueryOperations } from "./bigquery.operations";

const checkedOn = "2026-11-21";
const apiPage = "https://console.cloud.google.com/apis/library/bigquery.googleapis.com";

export const bigquery: Connector = {
  slug: "bigquery",
  name: "Google BigQuery",
  category: "data",
  description: "Run SQL over your warehouse, look through datasets and tables, and add rows",
  synonyms: ["sql", "data warehouse", "google cloud", "analytics", "dataset", "run a query", "bq", "etl"],
  website: "https://cloud.google.com/bigquery",
  docsUrl: "https://docs.cloud.google.com/bigquery/docs/reference/rest",
  sources: [
    { url: "https://docs.cloud.google.com/bigquery/docs/reference/rest", checkedOn },
    { url: "https://docs.cloud.google.com/mcp/supported-products", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
  ],
  popularity: 82,
  inputs: [],
  auth: [
    googleServiceAccount({
      guide: [
        { text: "Enable the BigQuery API in your project.", url: apiPage },
        { text: "Open Service accounts and create an account named Patchbay.", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
        { text: "Give it the roles BigQuery Job User, to run queries, and BigQuery Data Viewer or Data Editor, for the data." },
        ...googleKeySteps,
      ],
      scopes: ["https://www.googleapis.com/auth/bigquery", ownAddressScope],
    }),
    googleOAuth({
      guide: [{ text: "Open the Google Cloud console, choose or create a project, and enable the BigQuery API.", url: apiPage }, ...googleClientSteps],
      scopes: [
        { value: "https://www.googleapis.com/auth/bigquery", meaning: "Run queries, and see, change and delete your data", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://www.googleapis.com/auth/bigquery.readonly", meaning: "See your datasets, tables and rows, without changing them", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/bigquery.insertdata", meaning: "Add rows to tables", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://www.googleapis.com/auth/drive.readonly", meaning: "Read files in Drive that tables are made of", isSensitive: true, isDefault: false, isRequired: false },
      ],
    }),
  ],
  api: { baseUrl: "https://bigquery.googleapis.com", hosts: ["www.googleapis.com", "bigqueryconnection.googleapis.com", "bigquerydatatransfer.googleapis.com"], errors: { code: "error.status", message: "error.message", param: "error.errors.0.location" } },
  verify: verifyAccount,
  operations: bigqueryOperations,
  settings: [
    projectSetting,
    {
      key: "location",
      label: "Location",
      secret: false,
      required: false,
      example: "EU",
      help: "Where queries run when a call does not say so: the place of your datasets.",
      pattern: "[A-Za-z]{2,}[A-Za-z0-9-]{0,30}",
      patternHint: "Write a location as BigQuery names it, such as EU, US or europe-west3.",
    },
  ],
  rateLimit: { summary: "100 requests a second per person and method, and 300 at the same time", windows: [{ calls: 100, seconds: 1 }] },
  pagination: { kind: "cursor", param: "pageToken", path: "nextPageToken" },
  mcp: { url: "https://bigquery.googleapis.com/mcp", auth: "oauth", note: "Clients need a Google OAuth client of your own; they cannot register themselves." },
  defaultVisibility: "workspace",
};
