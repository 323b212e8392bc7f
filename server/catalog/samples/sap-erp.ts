import { bearerToken, clientInBody, type ConnectorSample, type WaySample } from "./sample";

const odata = "https://my300000-api.s4hana.ondemand.com/sap/opu/odata";
const list = (entity: Record<string, string>) => ({ body: { d: { results: [{ __metadata: { id: odata }, ...entity }] } } });

function way(authorization: Record<string, string>, label: string): Pick<WaySample, "verify" | "account" | "alternatives" | "refused"> {
  const headers = { ...authorization, accept: "application/json", "sap-client": "100" };
  const account = { id: "my300000-api.s4hana.ondemand.com", label };
  return {
    verify: { call: `GET ${odata}/sap/API_BUSINESS_PARTNER/A_BusinessPartner?$top=1&$format=json&$select=BusinessPartner`, headers, answer: list({ BusinessPartner: "11" }) },
    account,
    alternatives: [
      { call: `GET ${odata}/sap/API_SALES_ORDER_SRV/A_SalesOrder?$top=1&$format=json&$select=SalesOrder`, headers, answer: list({ SalesOrder: "1" }), account },
      { call: `GET ${odata}/sap/API_PRODUCT_SRV/A_Product?$top=1&$format=json&$select=Product`, headers, answer: list({ Product: "TG11" }), account },
      { call: `GET ${odata}/sap/API_PURCHASEORDER_PROCESS_SRV/A_PurchaseOrder?$top=1&$format=json&$select=PurchaseOrder`, headers, answer: list({ PurchaseOrder: "4500000001" }), account },
      { call: `GET ${odata}/sap/API_BILLING_DOCUMENT_SRV/A_BillingDocument?$top=1&$format=json&$select=BillingDocument`, headers, answer: list({ BillingDocument: "90000000" }), account },
      { call: `GET ${odata}/IWFND/CATALOGSERVICE;v=2/ServiceCollection?$top=1&$format=json`, headers, answer: list({ ID: "ZAPI_BUSINESS_PARTNER_0001" }), account },
    ],
    // A page, whatever was asked for.
    refused: { status: 401, headers: { "content-type": "text/html; charset=utf-8", "www-authenticate": 'Basic realm="SAP NetWeaver Application Server"' }, body: "<!DOCTYPE html><html><head><title>Logon Error Message</title></head><body><h1>Logon failed</h1></body></html>" },
  };
}

export const sample: ConnectorSample = {
  basic: { ...way({ authorization: "Basic {username}:{password}" }, "PATCHBAY on my300000-api.s4hana.ondemand.com"), facts: { user: "PATCHBAY" } },
  client_credentials: {
    ...way(bearerToken, "my300000-api.s4hana.ondemand.com"),
    token: {
      call: "POST https://acme.authentication.eu10.hana.ondemand.com/oauth/token",
      form: { grant_type: "client_credentials", ...clientInBody },
      answer: { body: { access_token: "eyJhbGciOiJSUzI1NiIs.sample.token", token_type: "bearer", expires_in: 43_199, scope: "uaa.resource", jti: "0f5a3b1c2d4e4f60a1b2c3d4e5f60718" } },
      reads: { accessToken: "eyJhbGciOiJSUzI1NiIs.sample.token", expiresInSeconds: 43_199, scopes: ["uaa.resource"] },
    },
    tokenRefused: { status: 401, body: { error: "unauthorized", error_description: "Bad credentials" } },
  },
};
