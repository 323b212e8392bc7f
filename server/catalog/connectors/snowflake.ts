import type { Connector } from "../connector";
import { snowflakeOperations } from "./snowflake.operations";

const checkedOn = "2026-11-21";

export const snowflake: Connector = {
  slug: "snowflake",
  name: "Snowflake",
  category: "data",
  description: "Run SQL, list databases, schemas and tables, and wake or suspend warehouses",
  synonyms: ["data warehouse", "sql", "query", "warehouse", "analytics", "cortex", "elt"],
  website: "https://www.snowflake.com",
  docsUrl: "https://docs.snowflake.com/en/developer-guide/sql-api/index",
  sources: [
    { url: "https://docs.snowflake.com/developer-guide/snowflake-rest-api/authentication", checkedOn },
    { url: "https://docs.snowflake.com/en/user-guide/key-pair-auth", checkedOn },
    { url: "https://docs.snowflake.com/en/developer-guide/sql-api/reference", checkedOn },
    { url: "https://docs.snowflake.com/en/user-guide/oauth-custom", checkedOn },
  ],
  popularity: 86,
  inputs: [
    {
      key: "account",
      label: "Account identifier",
      secret: false,
      required: true,
      example: "acmeorg-prod",
      help: "Organisation and account with a dash between: the part before .snowflakecomputing.com. A dash stands for every underscore.",
      where: { text: "Snowsight, your name, Account, View account details" },
      cut: "^https?://|\\.snowflakecomputing\\.com[\\s\\S]*$|/[\\s\\S]*$",
      pattern: "[A-Za-z0-9]{1,60}-[A-Za-z0-9-]{1,120}",
      patternHint: "Write organisation and account with a dash between, such as acmeorg-prod. Dots and underscores do not work in host names.",
    },
  ],
  auth: [
    {
      kind: "service_account",
      label: "Key pair",
      guide: [
        { text: "Make a key pair on your own machine.", copy: "openssl genrsa 2048 | openssl pkcs8 -topk8 -inform PEM -nocrypt -out rsa_key.p8 && openssl rsa -in rsa_key.p8 -pubout -out rsa_key.pub" },
        { text: "In a worksheet make a user for Patchbay and give it the public key, without its first and last line.", copy: "CREATE USER patchbay TYPE = SERVICE RSA_PUBLIC_KEY = 'MIIBIjANBgkqh...' DEFAULT_ROLE = ANALYST DEFAULT_WAREHOUSE = COMPUTE_WH;" },
        { text: "Grant the user the role that it is to have.", copy: "GRANT ROLE ANALYST TO USER patchbay;" },
        { text: "Enter the user's name and all of rsa_key.p8 here." },
      ],
      fields: [
        { key: "user", label: "User", secret: false, required: true, example: "PATCHBAY", help: "The login name, in any case.", pattern: "[A-Za-z0-9_.@-]{1,255}", patternHint: "Write the user's login name." },
        { key: "private_key", label: "Private key", secret: true, required: true, example: "-----BEGIN PRIVATE KEY-----", control: "textarea", help: "The whole file, with its first and last line." },
        { key: "passphrase", label: "Passphrase", secret: true, required: false, example: "correct-horse-battery-staple", help: "Only if the key has one." },
      ],
      scopes: [],
      assertion: {
        grant: "self_signed",
        algorithm: "RS256",
        issuer: "{account:upper}.{user:upper}.{public_key_sha256}",
        subject: "{account:upper}.{user:upper}",
        audience: "",
        privateKey: "private_key",
        passphrase: "passphrase",
        // Snowflake takes none that lasts longer than an hour.
        ttlSeconds: 3_500,
        headers: { "X-Snowflake-Authorization-Token-Type": "KEYPAIR_JWT" },
      },
    },
    {
      kind: "bearer",
      label: "Programmatic access token",
      guide: [
        { text: "In Snowsight open your name, Settings, Authentication, or Governance & security, Users & roles for another user, and press Generate new token.", url: "https://app.snowflake.com" },
        { text: "Choose one role, and how many days the token lasts." },
        { text: "Copy the token: Snowflake shows it only now. Its user needs a network policy, or Snowflake refuses it." },
      ],
      fields: [{ key: "token", label: "Access token", secret: true, required: true, example: "eyJraWQiOiIxMjM0NTY3ODkwIiwiYWxnIjoiRVMyNTYifQ.e30.c2ln" }],
    },
    {
      kind: "oauth2",
      label: "Sign in with Snowflake",
      guide: [
        { text: "As an account administrator open a worksheet in Snowsight.", url: "https://app.snowflake.com" },
        { text: "Create the integration, with this as its redirect URI.", copy: "{callbackUrl}" },
        { text: "The statement is this, with the address above in place of the three dots.", copy: "CREATE SECURITY INTEGRATION patchbay TYPE = OAUTH ENABLED = TRUE OAUTH_CLIENT = CUSTOM OAUTH_CLIENT_TYPE = 'CONFIDENTIAL' OAUTH_REDIRECT_URI = '...' OAUTH_ISSUE_REFRESH_TOKENS = TRUE OAUTH_REFRESH_TOKEN_VALIDITY = 7776000;" },
        { text: "Read the client ID and secret, and enter both here.", copy: "SELECT SYSTEM$SHOW_OAUTH_CLIENT_SECRETS('PATCHBAY');" },
      ],
      authorizeUrl: "https://{account}.snowflakecomputing.com/oauth/authorize",
      tokenUrl: "https://{account}.snowflakecomputing.com/oauth/token-request",
      clientAuthentication: "basic",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [{ value: "refresh_token", meaning: "Act with your default role, and stay connected when you are away", isSensitive: true, isDefault: true, isRequired: true }],
      refresh: { mode: "stable", accessTtlSeconds: 600, refreshTtlSeconds: 7_776_000 },
    },
  ],
  api: {
    baseUrl: "https://{account}.snowflakecomputing.com",
    hosts: [],
    // Without a name of the caller Snowflake answers 391903.
    headers: { "user-agent": "Patchbay" },
    errors: { code: "code", message: "message" },
  },
  verify: {
    method: "POST",
    path: "/api/v2/statements",
    body: { statement: "select current_organization_name() || '-' || current_account_name() || '/' || current_user(), current_user() || ' at ' || current_account_name()", timeout: 10 },
    account: { id: ["data.0.0"], label: ["data.0.1"] },
    hints: [
      { status: 401, message: "Snowflake refused this. Check the account identifier and the user, and that the public key or token is the one that the user has." },
      { status: 403, message: "Snowflake knows this, but a network policy keeps Patchbay out. Allow this server's address for the user." },
    ],
  },
  operations: snowflakeOperations,
  settings: [],
  rateLimit: { summary: "As many statements at the same time as the warehouse takes" },
  defaultVisibility: "workspace",
};
