import type { Field, FieldFact } from "./field";
import type { Json } from "./operation";

export type AuthOption = OAuth2 | ApiKey | Basic | Bearer | ClientCredentials | ServiceAccount | DatabaseAuth;
export type AuthKind = AuthOption["kind"];

type WithGuide = {
  /** Shown where a person chooses between several ways, such as "Personal access token". */
  label: string;
  /** Numbered steps in plain words. `{callbackUrl}` and `{publicUrl}` are filled in. */
  guide: GuideStep[];
};
export type GuideStep = { text: string; url?: string; copy?: string };

export type Scope = {
  value: string;
  /** What it lets Patchbay do, in plain words: "See your repositories". */
  meaning: string;
  /** Marked in the wizard: write access, other people's data, money. */
  isSensitive: boolean;
  /** Asked for by default. */
  isDefault: boolean;
  /** Cannot be unticked. */
  isRequired: boolean;
};

export type OAuth2 = WithGuide & {
  kind: "oauth2";
  authorizeUrl: string;
  tokenUrl: string;
  /** RFC 7009 form post, or the vendor's own way. */
  revoke?: { url: string; style: "rfc7009" | "bearer_get" | "bearer_post" | "github_grant"; token: "access_token" | "refresh_token" };
  /** How the client proves itself at the token endpoint. */
  clientAuthentication: "post" | "basic";
  pkce: "S256" | "none";
  scopeSeparator: " " | ",";
  scopes: Scope[];
  authorizeParams?: Record<string, string>;
  tokenParams?: Record<string, string>;
  tokenHeaders?: Record<string, string>;
  refresh: {
    /**
     * `stable`: the same refresh token stays; `rotating`: each answer replaces it; `none`: the access token does not
     * expire; `exchange`: there is no refresh token, the access token itself is exchanged for a longer one.
     */
    mode: "none" | "stable" | "rotating" | "exchange";
    /** Used when the answer has no `expires_in`. Null: it does not expire. */
    accessTtlSeconds: number | null;
    refreshTtlSeconds?: number;
    /** How long before its end a token is renewed; a minute, or ten days with `exchange`, whose token cannot be renewed after its end. */
    renewBeforeSeconds?: number;
  };
  /** For the mode `exchange`, as at Meta: a short token becomes a long one after the sign-in, and a long one a new one. */
  exchange?: { afterCode?: TokenCall; renew: TokenCall };
  /** Asked once with the fresh token, for what the URLs need: Atlassian's site, Xero's organisation. */
  lookup?: Lookup;
  /** RFC 9207: the vendor advertises `iss` in its answer; a callback must carry exactly this value. */
  issuer?: string;
  /** Callback query parameters to keep as facts, such as Shopify's `shop`. They are checked against `inputs`' patterns. */
  callbackFacts?: string[];
  /** Shopify signs the callback's query with the client secret. */
  callbackHmac?: "shopify";
  /** Turns the vendor's token answer into RFC 6749's shape where it differs. Must be pure. */
  readToken?: (answer: Record<string, unknown>) => TokenAnswer;
  /** Names of further values in the token answer to keep as facts, such as `instance_url`. */
  tokenFacts?: string[];
  /** When the token is not sent as `Authorization: Bearer {access_token}`. */
  placement?: Placement;
  /** Environment prefix shared by several connectors: `GOOGLE` → `GOOGLE_CLIENT_ID`. */
  family?: string;
};

/** A vendor's own token call. `params` go into the query of a GET and the form of a POST; `{access_token}`, `{client_id}` and `{client_secret}` are filled. */
export type TokenCall = { method: "GET" | "POST"; url: string; params: Record<string, string> };

export type Lookup = {
  method: "GET";
  /** On one of the API's hosts. */
  url: string;
  /** By declared fact: a dotted path into the answer, such as `0.id` for the first, or into the item that `choose` names. */
  pick: Record<string, string>;
  /** Of a list the item that has this value at a path. `equals` takes inputs; where the person gave none, the first item counts. */
  choose?: { path: string; equals: string };
  /** What to say when the answer lacks one: "Your account has no site. Ask for access to one, then start again." */
  missing?: string;
};

/** RFC 6749 §5.1, or §5.2 when `error` is set. */
export type TokenAnswer = {
  access_token?: string;
  refresh_token?: string;
  expires_in?: number;
  refresh_token_expires_in?: number;
  scope?: string;
  error?: string;
  error_description?: string;
  /** Whatever else the connector wants kept, all strings. */
  facts?: Record<string, string>;
};

/** Where a secret goes in a request. `template` may hold `{field}` of the credential, or `{access_token}`: `SSWS {api_key}`. */
export type Placement = { in: "header" | "query"; name: string; template: string };

/** All the places for a key. The last two sign each request, with fields that have to be called so. */
export type KeyPlacement =
  | Placement
  /** `username:password` templates in an Authorization header. */
  | { in: "basic"; username: string; password: string }
  /** A ready query string, such as an Azure SAS: it is appended as it is. */
  | { in: "query_string"; template: string }
  | AwsSigV4
  | OAuth1;

/**
 * AWS Signature Version 4 with the fields `access_key_id`, `secret_access_key` and, optional, `session_token`. Service
 * and region are read from the host.
 */
export type AwsSigV4 = {
  in: "aws_sigv4";
  /** By the first part of the host: services that sign under another name, such as `{ email: "ses" }`. */
  services?: Record<string, string>;
  /** For hosts that are not Amazon's own, such as a store that speaks S3. `region` is a template of inputs. */
  fallback?: { service: string; region: string };
};

/** RFC 5849 with HMAC-SHA256 and the fields `consumer_key`, `consumer_secret`, `token_id`, `token_secret`. */
export type OAuth1 = { in: "oauth1"; realm?: string; method?: "HMAC-SHA256" | "HMAC-SHA1" };

export type ApiKey = WithGuide & {
  kind: "api_key";
  fields: Field[];
  /** A list where one key takes several headers, as Datadog's. */
  placement: KeyPlacement | Placement[];
  /** Facts that the key itself tells: Mailchimp's data centre is the part after the dash. */
  facts?: FieldFact[];
};
export type Basic = WithGuide & {
  kind: "basic";
  fields: Field[];
  /** Facts from fields, such as Twilio's account SID. */
  facts?: FieldFact[];
  /** A login that speaks no HTTP; the connector has no `api` then. Fields as a database's: `host`, `port`, `username`, `password`, `tls`. */
  driver?: "smtp";
};
export type Bearer = WithGuide & { kind: "bearer"; fields: Field[]; /** When it is not `Authorization: Bearer {token}`. */ placement?: Placement };
export type ClientCredentials = WithGuide & {
  kind: "client_credentials";
  /** `client_id` and `client_secret`, and whatever `tokenParams` or `signIn` take as `{field}`. */
  fields: Field[];
  tokenUrl: string;
  clientAuthentication: "post" | "basic";
  scope?: string;
  /** May name another `grant_type`, and hold `{field}`s: Zoom's account id, Amazon's refresh token. */
  tokenParams?: Record<string, string>;
  tokenHeaders?: Record<string, string>;
  /** Used when the answer has no `expires_in`; an hour without. */
  accessTtlSeconds?: number;
  /** As in OAuth2: further values of the token answer to keep. */
  tokenFacts?: string[];
  /** When the token is not sent as `Authorization: Bearer {access_token}`. */
  placement?: Placement;
  /** The vendor's own sign-in at `tokenUrl`, in place of RFC 6749's. `clientAuthentication` counts for nothing then. */
  signIn?: SignIn;
};
/** A JSON POST with the fields in it that answers with a token, such as Tableau's and Magento's. */
export type SignIn = {
  headers?: Record<string, string>;
  /** JSON; its strings are templates of the fields and the connector's inputs. */
  body: Json;
  /** Dotted path of the token in the answer; `.` where the answer is nothing but the token. */
  token: string;
  /** How long the token lasts; null: until it is revoked. */
  ttlSeconds: number | null;
  /** Values of the answer to keep, by declared fact: dotted paths. */
  facts?: Record<string, string>;
};
export type ServiceAccount = WithGuide & {
  kind: "service_account";
  /** `service_account_json`, and `subject` where the vendor delegates; with `assertion` whatever that names. */
  fields: Field[];
  /** Where the assertion is exchanged for an access token. Absent where it is the token itself. */
  tokenUrl?: string;
  scopes: string[];
  facts?: FieldFact[];
  /** As in OAuth2: further values of the token answer to keep. */
  tokenFacts?: string[];
  /** How the assertion is made. Without it: Google's JSON key file. */
  assertion?: AssertionShape;
};

/**
 * A JWT that a private key signs. Its templates take fields that are not secret, inputs, `{token_url}` and
 * `{public_key_sha256}`; `{name:upper}` writes a value in capitals, `{name:constant}` with underscores for dashes too.
 */
export type AssertionShape = {
  /**
   * `jwt_bearer`: exchanged as a grant (RFC 7523 §2.1); `client_assertion`: proves the client of a client credentials
   * grant (§2.2); `self_signed`: is itself the token.
   */
  grant: "jwt_bearer" | "client_assertion" | "self_signed";
  algorithm: "RS256" | "PS256" | "ES256";
  issuer: string;
  subject: string;
  /** Left out of the assertion when empty. */
  audience: string;
  /** Names of the fields. A private key is PEM or a JWK; a certificate is PEM, and its SHA-256 goes into the head. */
  privateKey: string;
  passphrase?: string;
  certificate?: string;
  keyId?: string;
  ttlSeconds: number;
  claims?: Record<string, string>;
  /** Further form parameters of the token request. `scope` is there already when `scopes` has any. */
  params?: Record<string, string>;
  /** When the token is not sent as `Authorization: Bearer {access_token}`. */
  placement?: Placement;
  /** Sent with every call beside the token. */
  headers?: Record<string, string>;
};

export type DatabaseAuth = WithGuide & { kind: "database"; driver: "postgresql" | "redis" | "mysql" | "mongodb"; fields: Field[]; defaultPort: number };
