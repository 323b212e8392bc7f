import type { Connector } from "../connector";
import { microsoftApp, microsoftOAuth, tenantInput } from "../families/microsoft";
import { azureBlobOperations } from "./azure-blob.operations";

const checkedOn = "2026-11-21";
const account = { id: ["{host}"], label: ["{host}"] };

export const azureBlob: Connector = {
  slug: "azure-blob",
  name: "Azure Blob Storage",
  category: "storage",
  description: "List, read, upload, copy and delete files in the containers of a storage account",
  synonyms: ["azure storage", "blob", "object storage", "container", "files", "upload a file", "backup", "data lake", "sas"],
  website: "https://azure.microsoft.com/products/storage/blobs",
  docsUrl: "https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api",
  sources: [
    { url: "https://learn.microsoft.com/rest/api/storageservices/list-containers2", checkedOn },
    { url: "https://github.com/MicrosoftDocs/entra-docs/blob/main/docs/identity-platform/v2-oauth2-auth-code-flow.md", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
  ],
  popularity: 72,
  inputs: [
    {
      key: "host",
      label: "Blob service address",
      secret: false,
      required: true,
      example: "contoso.blob.core.windows.net",
      help: "The host name of the storage account, without a container.",
      where: { text: "Azure portal, the storage account, Endpoints, Blob service", url: "https://portal.azure.com/#browse/Microsoft.Storage%2FStorageAccounts" },
      cut: "^https?://|[/?#][\\s\\S]*$",
      pattern: "[a-z0-9]{3,24}(-secondary)?(\\.z[0-9]{1,2})?\\.blob\\.(core\\.windows\\.net|storage\\.azure\\.net|core\\.usgovcloudapi\\.net|core\\.chinacloudapi\\.cn)",
      patternHint: "Write the account's host name, such as contoso.blob.core.windows.net.",
    },
    tenantInput,
  ],
  auth: [
    microsoftApp({
      scope: "https://storage.azure.com/.default",
      permission: [{ text: "In the Azure portal open the storage account, Access control (IAM), Add role assignment. Give the app Storage Blob Data Reader, or Storage Blob Data Contributor to write. Owner and Contributor are not enough." }],
    }),
    microsoftOAuth({
      steps: [
        { text: "Under API permissions add Azure Storage, Delegated permissions, user_impersonation." },
        { text: "Whoever connects needs the role Storage Blob Data Reader or Storage Blob Data Contributor on the storage account. Owner and Contributor are not enough." },
      ],
      scopes: [{ value: "https://storage.azure.com/user_impersonation", meaning: "See, change and delete every file you may in Azure Storage", isSensitive: true, isDefault: true, isRequired: true }],
    }),
    {
      kind: "api_key",
      label: "Shared access signature",
      guide: [
        { text: "Open the storage account in the Azure portal and choose Shared access signature.", url: "https://portal.azure.com/#browse/Microsoft.Storage%2FStorageAccounts" },
        { text: "Allow the service Blob, the resource types Service, Container and Object, and only the permissions you need, such as Read and List." },
        { text: "Choose until when it is valid, and leave HTTPS only." },
        { text: "Press Generate SAS and connection string, and copy the SAS token. It is shown only now, and cannot be taken back without changing the account's key." },
      ],
      fields: [
        {
          key: "sas",
          label: "SAS token",
          secret: true,
          required: true,
          example: "sv=2024-11-04&ss=b&srt=sco&sp=rl&se=2027-11-01T00:00:00Z&spr=https&sig=abcDEF0123456789abcDEF0123456789abcDEF01234%3D",
          help: "The part after the question mark.",
          cut: "^(https://[^?]*)?\\?",
          pattern: "[A-Za-z0-9=&%:._~+/-]*\\bsig=[A-Za-z0-9=&%:._~+/-]+",
          patternHint: "Copy the whole SAS token: it has a part that starts with sig=.",
        },
      ],
      placement: { in: "query_string", template: "{sas}" },
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], headers: { "x-ms-version": "2025-05-05" } },
  verify: {
    method: "GET",
    path: "/?comp=list&maxresults=1",
    account,
    hints: [
      { status: 400, message: "Azure Storage does not understand this. Check the address, and that the SAS token is whole." },
      { status: 401, message: "Azure Storage does not accept this sign-in. Check the tenant above." },
      { status: 403, message: "Azure Storage knows this credential, but does not let it list containers. Check the role on the storage account or what the SAS allows, when it ends, and the account's firewall." },
    ],
    // Whoever may see one container only is told about the account at least.
    alternatives: [{ method: "GET", path: "/?restype=account&comp=properties", account }],
  },
  operations: azureBlobOperations,
  settings: [
    {
      key: "container",
      label: "Default container",
      secret: false,
      required: false,
      example: "uploads",
      help: "Used when a call does not name one.",
      pattern: "\\$root|\\$web|[a-z0-9](-?[a-z0-9]){2,62}",
      patternHint: "A container's name has 3 to 63 small letters, digits and single dashes.",
    },
  ],
  rateLimit: { summary: "20,000 requests a second per storage account in most regions, and 500 a second per file" },
  defaultVisibility: "workspace",
};
