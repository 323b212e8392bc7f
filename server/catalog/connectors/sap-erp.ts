import type { Connector } from "../connector";
import { sapErpOperations } from "./sap-erp.operations";

const checkedOn = "2026-11-21";
const label = "[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?";
const account = { id: ["{host}"], label: ["{user} on {host}", "{host}"] };
const top = "$top=1&$format=json";

export const sapErp: Connector = {
  slug: "sap-erp",
  name: "SAP ERP (S/4HANA OData)",
  category: "erp",
  description: "Look up business partners, sales and purchase orders, products and invoices in SAP S/4HANA",
  synonyms: ["sap", "s4hana", "s/4hana", "erp", "odata", "sap gateway", "business partner", "sales orders", "purchase orders", "hana"],
  website: "https://www.sap.com/products/erp/s4hana.html",
  docsUrl: "https://api.sap.com/products/SAPS4HANACloud/apis/all",
  sources: [
    { url: "https://nango.dev/docs/api-integrations/sap-odata-basic/connect", checkedOn },
    { url: "https://nango.dev/docs/api-integrations/sap-odata-oauth2-cc/connect", checkedOn },
    { url: "https://docs.stackone.com/connectors/saps4hana/guides/link-account/oauth-2-0", checkedOn },
    { url: "https://blogs.sap.com/2019/11/08/s-4hana-cloud-x-csrf-token-and-e-tag-validation/", checkedOn },
  ],
  popularity: 74,
  inputs: [
    {
      key: "host",
      label: "API server",
      secret: false,
      required: true,
      example: "my300000-api.s4hana.ondemand.com",
      help: "The host that answers OData calls: of the cloud it has -api in its name, of your own system it is the gateway's.",
      where: { text: "In the cloud: Communication Arrangements, your arrangement, API-URL" },
      cut: "^https?://|/[^]*$",
      pattern: `${label}(\\.${label}){1,8}`,
      patternHint: "Write the host alone, such as my300000-api.s4hana.ondemand.com.",
    },
    {
      key: "client",
      label: "Client",
      secret: false,
      required: false,
      example: "100",
      help: "Only for a system of your own that has several clients. Left out, the system's default one.",
      pattern: "[0-9]{3}",
      patternHint: "A client has three digits, such as 100.",
    },
    {
      key: "token_host",
      label: "Token server",
      secret: false,
      required: false,
      example: "acme.authentication.eu10.hana.ondemand.com",
      help: "Only for an OAuth client of SAP BTP: the host of url in its service key.",
      cut: "^https?://|/[^]*$",
      pattern: `${label}\\.authentication\\.([a-z0-9-]{2,20}\\.){1,2}hana\\.ondemand\\.com`,
      patternHint: "Write the host alone, such as acme.authentication.eu10.hana.ondemand.com.",
    },
  ],
  facts: [{ name: "user", pattern: "[^\\s:]{1,100}" }],
  auth: [
    {
      kind: "basic",
      label: "Communication user",
      guide: [
        { text: "In S/4HANA Cloud open Maintain Communication Users and make one. Let it propose a password and copy it." },
        { text: "Under Communication Systems make one for Patchbay, and add the user to it for inbound communication with user name and password." },
        { text: "Under Communication Arrangements make one for each scenario you need: SAP_COM_0008 for business partners, SAP_COM_0109 for sales orders, SAP_COM_0009 for products. Copy the host of the API-URL." },
        { text: "In a system of your own make a user of the type System instead, and activate the OData services in the transaction /IWFND/MAINT_SERVICE." },
      ],
      fields: [
        { key: "username", label: "User name", secret: false, required: true, example: "PATCHBAY", pattern: "[^\\s:]{1,100}", patternHint: "Write the user's name without blanks." },
        { key: "password", label: "Password", secret: true, required: true, example: "correct horse battery staple" },
      ],
      facts: [{ name: "user", field: "username", pattern: "([^\\s:]{1,100})" }],
    },
    {
      kind: "client_credentials",
      label: "OAuth client of SAP BTP",
      guide: [
        { text: "This is for APIs that are reached through SAP BTP. For S/4HANA itself use a communication user." },
        { text: "In the BTP cockpit open your subaccount, Services, Instances and Subscriptions, and the instance that stands for the API." },
        { text: "Make a service key. Copy clientid and clientsecret, and the host of url as the token server above." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "sb-01234567-89ab-cdef-0123-456789abcdef!b12345", pattern: "[!-9;-~]{4,300}", patternHint: "Copy clientid from the service key." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "01234567-89ab-cdef-0123-456789abcdef$abcdefghijklmnop=" },
      ],
      tokenUrl: "https://{token_host}/oauth/token",
      // Client IDs hold a !, which BTP does not take encoded in a Basic header.
      clientAuthentication: "post",
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], headers: { accept: "application/json", "sap-client": "{client}" }, errors: { code: "error.code", message: "error.message.value" } },
  verify: {
    method: "GET",
    path: `/sap/opu/odata/sap/API_BUSINESS_PARTNER/A_BusinessPartner?${top}&$select=BusinessPartner`,
    account,
    hints: [
      { status: 401, message: "SAP does not accept this user and password. After several wrong ones the user is locked." },
      { status: 403, message: "This user may use none of the services that were tried. Add a communication arrangement, or the authorisation S_SERVICE." },
    ],
    alternatives: [
      { method: "GET", path: `/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder?${top}&$select=SalesOrder`, account },
      { method: "GET", path: `/sap/opu/odata/sap/API_PRODUCT_SRV/A_Product?${top}&$select=Product`, account },
      { method: "GET", path: `/sap/opu/odata/sap/API_PURCHASEORDER_PROCESS_SRV/A_PurchaseOrder?${top}&$select=PurchaseOrder`, account },
      { method: "GET", path: `/sap/opu/odata/sap/API_BILLING_DOCUMENT_SRV/A_BillingDocument?${top}&$select=BillingDocument`, account },
      { method: "GET", path: `/sap/opu/odata/IWFND/CATALOGSERVICE;v=2/ServiceCollection?${top}`, account },
    ],
  },
  operations: sapErpOperations,
  settings: [],
  rateLimit: { summary: "Not published; it depends on the size of the system" },
  pagination: { kind: "offset", param: "$skip", limitParam: "$top" },
  defaultVisibility: "workspace",
};
