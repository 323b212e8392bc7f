import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample, type SampleCall, type WaySample } from "./sample";

const host = "https://acmeorg-prod.snowflakecomputing.com";
const columns = ["CURRENT_ORGANIZATION_NAME() || '-' || CURRENT_ACCOUNT_NAME() || '/' || CURRENT_USER()", "CURRENT_USER() || ' AT ' || CURRENT_ACCOUNT_NAME()"];
const statementHandle = "01b2c3d4-0000-0000-0000-000000000020";
const accessToken = "ver:1-hint:1234567890-ETMsDgAAAYsampleAccess";
const refreshToken = "ver:2-hint:1234567890-did:1003-ETMsDgAAAYsampleRefresh";

/** A query that needs no warehouse, and no table. */
function way({ headers, jwt }: Pick<SampleCall, "headers" | "jwt">, code: string, message: string): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: `POST ${host}/api/v2/statements`,
      headers: { accept: "application/json", "user-agent": "Patchbay", ...headers },
      json: { statement: "select current_organization_name() || '-' || current_account_name() || '/' || current_user(), current_user() || ' at ' || current_account_name()", timeout: 10 },
      ...(jwt ? { jwt } : {}),
      answer: {
        body: {
          resultSetMetaData: { numRows: 1, format: "jsonv2", partitionInfo: [{ rowCount: 1, uncompressedSize: 50 }], rowType: columns.map((name) => ({ name, database: "", schema: "", table: "", type: "text", nullable: true, length: 16_777_216 })) },
          data: [["ACMEORG-PROD/PATCHBAY", "PATCHBAY at PROD"]],
          code: "090001",
          statementStatusUrl: `/api/v2/statements/${statementHandle}?requestId=7fb87e37-2f26-4a10-9f9c-72276ea898bf`,
          requestId: "7fb87e37-2f26-4a10-9f9c-72276ea898bf",
          sqlState: "00000",
          statementHandle,
          message: "Statement executed successfully.",
          createdOn: 1_795_000_000_000,
        },
      },
    },
    account: { id: "ACMEORG-PROD/PATCHBAY", label: "PATCHBAY at PROD" },
    refused: { status: 401, body: { code, message } },
  };
}

export const sample: ConnectorSample = {
  service_account: way(
    {
      headers: { authorization: "^Bearer eyJ", "x-snowflake-authorization-token-type": "KEYPAIR_JWT" },
      jwt: { head: { alg: "RS256" }, claims: { iss: "ACMEORG-PROD.PATCHBAY.SHA256:{key_sha256}", sub: "ACMEORG-PROD.PATCHBAY" } },
    },
    "390144",
    "JWT token is invalid. [7fb87e37-2f26-4a10-9f9c-72276ea898bf]",
  ),
  bearer: way({ headers: { authorization: "Bearer {token}" } }, "390303", "Invalid OAuth access token. [7fb87e37-2f26-4a10-9f9c-72276ea898bf]"),
  oauth2: {
    ...way({ headers: bearerToken }, "390303", "Invalid OAuth access token. [7fb87e37-2f26-4a10-9f9c-72276ea898bf]"),
    authorize: { url: `${host}/oauth/authorize`, pkce: true },
    token: {
      call: `POST ${host}/oauth/token-request`,
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { access_token: accessToken, refresh_token: refreshToken, expires_in: 600, token_type: "Bearer", username: "PATCHBAY" } },
      reads: { accessToken, refreshToken, expiresInSeconds: 600, refreshExpiresInSeconds: 7_776_000, scopes: null },
    },
    tokenRefused: { status: 400, body: { data: null, error: "invalid_client", code: null, message: "This is an invalid client.", success: false, headers: null } },
  },
};
