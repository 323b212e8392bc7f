import type { Connector } from "../connector";
import { sapSuccessfactorsOperations } from "./sap-successfactors.operations";

const checkedOn = "2026-11-21";
const rights = "This user may not use the API. Give its permission role access to the OData API and to what you ask for.";
const account = { id: ["{company_id}"], label: ["{company_id}"] };

export const sapSuccessfactors: Connector = {
  slug: "sap-successfactors",
  name: "SAP SuccessFactors",
  category: "hris",
  description: "Look up people, jobs, departments and time off, and update records in SAP SuccessFactors",
  synonyms: ["successfactors", "sfsf", "hr", "hris", "hxm", "employee central", "employees", "odata", "recruiting", "sap"],
  website: "https://www.sap.com/products/hcm.html",
  docsUrl: "https://help.sap.com/docs/successfactors-platform",
  sources: [
    { url: "https://www.sfdezan.com.br/releases/items/1299", checkedOn },
    { url: "https://userapps.support.sap.com/sap/support/knowledge/en/3146449", checkedOn },
    { url: "https://nango.dev/docs/integrations/all/sap-success-factors/connect", checkedOn },
    { url: "https://docs.jitterbit.com/app-builder/security/providers/successfactors-odata", checkedOn },
    { url: "https://github.com/piejanssens/sf-oauth", checkedOn },
    { url: "https://userapps.support.sap.com/sap/support/knowledge/en/3031657", checkedOn },
  ],
  popularity: 40,
  inputs: [
    {
      key: "api_server",
      label: "API server",
      secret: false,
      required: true,
      example: "api41preview.sapsf.com",
      help: "It goes with the data centre of your instance. SAP lists them by the address you sign in at.",
      where: { text: "SAP's list of API servers", url: "https://help.sap.com/docs/successfactors-platform/sap-successfactors-api-reference-guide-odata-v2/list-of-sap-successfactors-api-servers" },
      cut: "^https?://|/[^]*$",
      pattern: "([a-z0-9-]{1,40}\\.){1,3}(successfactors\\.(com|eu)|sapsf\\.(com|eu|cn)|sapcloud\\.cn|cloud\\.sap)",
      patternHint: "Write the API server's host, such as api4.successfactors.com or api41preview.sapsf.com.",
    },
    {
      key: "company_id",
      label: "Company ID",
      secret: false,
      required: true,
      example: "SFSALES012345",
      where: { text: "Your picture, Show version information" },
      pattern: "[A-Za-z0-9_-]{2,60}",
      patternHint: "Write the company ID in letters and digits.",
    },
  ],
  auth: [
    {
      kind: "client_credentials",
      label: "SAML assertion",
      guide: [
        { text: "SAP ended user name and password for the API on 20 November 2026. What works is OAuth with a signed SAML assertion." },
        { text: "Make a key pair: an RSA key of 2,048 bits and an X.509 certificate of it. Keep the private key to yourself." },
        { text: "In the Admin Center open Manage OAuth2 Client Applications and register a client with that certificate. Copy its API key." },
        { text: "Choose a user with the permissions Patchbay needs. Let SAP's offline tool, or one such as sf-oauth, sign an assertion for the API key, the user, and the token address of your API server, which ends with /oauth/token.", url: "https://userapps.support.sap.com/sap/support/knowledge/en/3031657" },
        { text: "Set how long the assertion lasts: SAP's tool says 10 minutes unless expireInMinutes says more. Patchbay gets tokens with it until then; afterwards paste a new one." },
      ],
      fields: [
        { key: "client_id", label: "API key", secret: false, required: true, example: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlh", where: { text: "Admin Center, Manage OAuth2 Client Applications" }, pattern: "[A-Za-z0-9+/=_-]{16,200}", patternHint: "Copy the API key of the client application." },
        { key: "assertion", label: "SAML assertion", secret: true, required: true, example: "PHNhbWwyOkFzc2VydGlvbiB4bWxuczpzYW1sMj0iLi4uIj4=", help: "In base64, on one line.", control: "textarea", looksLike: "PD9[A-Za-z0-9+/=_-]+|PHNh[A-Za-z0-9+/=_-]+|PEFz[A-Za-z0-9+/=_-]+", looksLikeHint: "An assertion in base64 usually starts with PHNh or PD94, and has no line breaks." },
      ],
      tokenUrl: "https://{api_server}/oauth/token",
      // There is no client secret: the assertion is the proof, and may be used until it ends.
      clientAuthentication: "post",
      tokenParams: { grant_type: "urn:ietf:params:oauth:grant-type:saml2-bearer", company_id: "{company_id}", assertion: "{assertion}", new_token: "true" },
    },
  ],
  api: { baseUrl: "https://{api_server}", hosts: [], headers: { accept: "application/json" }, errors: { code: "error.code", message: "error.message.value" } },
  verify: {
    method: "GET",
    path: "/odata/v2/User?$top=1&$select=userId&$format=json",
    account,
    hints: [
      { status: 401, message: "SuccessFactors does not accept this assertion. It may have ended, or was signed for another API key, company or user." },
      { status: 403, message: rights },
    ],
    alternatives: [
      { method: "GET", path: "/odata/v2/PerPerson?$top=1&$select=personIdExternal&$format=json", account },
      { method: "GET", path: "/odata/v2/FOCompany?$top=1&$select=externalCode&$format=json", account },
      { method: "GET", path: "/odata/v2/JobRequisition?$top=1&$select=jobReqId&$format=json", account },
    ],
  },
  operations: sapSuccessfactorsOperations,
  settings: [],
  rateLimit: { summary: "Not published; SuccessFactors answers 429 when a company calls too often. At most 1,000 records come at once" },
  pagination: { kind: "next_url", path: "d.__next" },
  defaultVisibility: "workspace",
};
