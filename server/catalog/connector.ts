import type { ErrorShape, Operation, Pagination } from "./operation";

/**
 * A connector: everything Patchbay knows about one vendor, as data. Where a vendor breaks its RFC, one small pure
 * function (`readToken`, `readAccount`) stands in for data, with a recorded sample in its test.
 *
 * Templates such as `https://{shop}.myshopify.com` take values from the connection's inputs and from facts that a
 * token answer or a credential told (`instance_url`, `dc`). Every value is checked against its pattern first.
 */
export type Connector = {
  /** The id in every path and table; as in the file's name. */
  slug: string;
  name: string;
  category: Category;
  /** One line: what one can do with it. */
  description: string;
  /** What else people type to find it: product names, tasks ("send sms"). */
  synonyms: string[];
  website: string;
  docsUrl: string;
  /** Vendor pages that the facts below were checked against. `checkedOn` is an ISO date. */
  sources: { url: string; checkedOn: string }[];
  /** 0–100; orders the marketplace before the name does. */
  popularity: number;
  /** The logo is too dark for a dark page: `public/connectors/<slug>-dark.svg` takes its place there. */
  hasDarkLogo?: true;
  /** What a pasted key of this vendor, and of no other, looks like: full-match regular expression sources. */
  keyShapes?: string[];
  /** Non-secret values that the URLs need, asked for before the credential. */
  inputs: Field[];
  /** Values that are known only once connected, and the shape each must have before it may stand in a URL. */
  facts?: Fact[];
  /** Ways to connect, in order of preference. */
  auth: AuthOption[];
  /** Absent for a database, which speaks no HTTP. */
  api?: Api;
  /** A cheap call that proves the credential and names the account. Absent for a database (its driver does it). */
  verify?: Verification;
  /** What one would want to do first. */
  operations: Operation[];
  /** The connector's own form on a connection: from address, phone number, default channel. */
  settings: Field[];
  rateLimit?: RateLimit;
  pagination?: Pagination;
  webhook?: WebhookScheme;
  mcp?: { url: string; auth: "oauth" | "key" | "none"; note?: string };
  /** Variables from which an operator's own account is connected at the start: by field of the credential, and by setting. */
  environment?: { authKind: "api_key" | "basic"; values: Record<string, string>; settings?: Record<string, string> };
  /** Personal mail and calendars start private; everything else starts visible to the workspace. */
  defaultVisibility: "workspace" | "private";
};

export type Category =
  | "erp"
  | "crm"
  | "hris"
  | "finance"
  | "data"
  | "marketing"
  | "ecommerce"
  | "communication"
  | "devops"
  | "cloud"
  | "storage"
  | "database"
  | "identity"
  | "social"
  | "support"
  | "productivity";

/** A value a credential, a callback or a token answer told. `pattern` is a full-match regular expression source. */
type Fact = { name: string; pattern: string };
/** A fact that stands in a field of the credential. Group 1 of the full-match `pattern` is its value. */
export type FieldFact = { name: string; field: string; pattern: string };

/** One input of a form. `pattern` is a full-match regular expression source, checked as the person types and again on the server. */
export type Field = {
  key: string;
  label: string;
  secret: boolean;
  required: boolean;
  example: string;
  help?: string;
  /** Where the value is found: a sentence, and the vendor's page. */
  where?: { text: string; url?: string };
  pattern?: string;
  /** What to say when the pattern does not match. */
  patternHint?: string;
  /** What people paste along with the value, as a regular expression source: it is cut off before the check. */
  cut?: string;
  /**
   * What the value usually looks like, full match. Advice while the person types, never a refusal: vendors change the
   * shape of their keys, and whether one is good is for the vendor to say.
   */
  looksLike?: string;
  looksLikeHint?: string;
  /** The value is a JSON object that has these keys, as a service-account file. It may also be posted as an object. */
  jsonKeys?: string[];
  /** A closed choice. The first is the default. */
  options?: { value: string; label: string }[];
  default?: string;
  /** `textarea` for multi-line values, `file` for a dropped JSON file, `password` is implied by `secret`. */
  control?: "text" | "textarea" | "file" | "switch";
};

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
    /** `stable`: the same refresh token stays; `rotating`: each answer replaces it; `none`: the access token does not expire. */
    mode: "none" | "stable" | "rotating";
    /** Used when the answer has no `expires_in`. Null: it does not expire. */
    accessTtlSeconds: number | null;
    refreshTtlSeconds?: number;
  };
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

export type ApiKey = WithGuide & {
  kind: "api_key";
  fields: Field[];
  /** `basic` puts `username:password` templates into an Authorization header. */
  placement: Placement | { in: "basic"; username: string; password: string };
  /** Facts that the key itself tells: Mailchimp's data centre is the part after the dash. */
  facts?: FieldFact[];
};
export type Basic = WithGuide & { kind: "basic"; fields: Field[]; /** Facts from fields, such as Twilio's account SID. */ facts?: FieldFact[] };
export type Bearer = WithGuide & { kind: "bearer"; fields: Field[]; /** When it is not `Authorization: Bearer {token}`. */ placement?: Placement };
export type ClientCredentials = WithGuide & {
  kind: "client_credentials";
  fields: Field[];
  tokenUrl: string;
  clientAuthentication: "post" | "basic";
  scope?: string;
  tokenParams?: Record<string, string>;
  tokenHeaders?: Record<string, string>;
  /** As in OAuth2: further values of the token answer to keep. */
  tokenFacts?: string[];
  /** When the token is not sent as `Authorization: Bearer {access_token}`. */
  placement?: Placement;
};
export type ServiceAccount = WithGuide & {
  kind: "service_account";
  /** `service_account_json`, and `subject` where the vendor delegates. */
  fields: Field[];
  /** Google: a signed JWT (RFC 7523) is exchanged for an access token. */
  tokenUrl: string;
  scopes: string[];
  facts?: FieldFact[];
};
export type DatabaseAuth = WithGuide & { kind: "database"; driver: "postgresql" | "redis"; fields: Field[]; defaultPort: number };

export type Api = {
  /** Template of the origin, with a path only where every call shares it: `https://api.stripe.com`. */
  baseUrl: string;
  /** Further hosts that the credential may be sent to: `uploads.github.com`, `*.salesforce.com`. Templates are filled. */
  hosts: string[];
  /** Sent with every call unless the caller sets them. */
  headers?: Record<string, string>;
  /** How this API says that a call failed, also at status 200 as Slack's `ok: false` or GraphQL's `errors`. */
  errors?: ErrorShape;
  /** The header in which the vendor takes an idempotency key, lower case. */
  idempotencyHeader?: string;
};

export type Verification = {
  method: "GET" | "POST";
  /** Another host than the API's own; it must be one of `api.hosts`. */
  host?: string;
  /** From the host root, with templates: `/v3/scopes`. */
  path: string;
  /** JSON body, for GraphQL. */
  body?: Record<string, unknown>;
  /** Dotted paths into the answer, or templates of facts such as `{account_sid}`; the first that holds a value wins. */
  account: { id: string[]; label: string[] };
  /** Where this call's errors look other than the API's own. */
  errors?: ErrorShape;
  /** Sentences for statuses or vendor codes that mean something specific here. */
  hints?: { status?: number; code?: string; message: string }[];
  /**
   * Tried in turn while the answer is 403 or 404: a narrow key is a good key, it may only not see the first thing
   * asked for. The credential is refused when the answer is 401, and when every call was denied.
   */
  alternatives?: Omit<Verification, "perKind" | "alternatives">[];
  /** Other verification per auth kind, where one call cannot serve all. */
  perKind?: Partial<Record<AuthKind, Omit<Verification, "perKind">>>;
};

export type RateLimit = {
  /** In words, with unit: "5,000 requests an hour per person". */
  summary: string;
  /** Response headers, lower case. */
  limitHeader?: string;
  remainingHeader?: string;
  resetHeader?: string;
  /** What the reset header counts. */
  resetUnit?: "epoch_seconds" | "epoch_ms" | "seconds";
  /** What the vendor documents, kept to before it says so itself: at most so many calls in so many seconds. */
  windows?: { calls: number; seconds: number }[];
};

export type WebhookScheme = {
  /** Lower case. */
  header: string;
  algorithm: "hmac_sha256" | "hmac_sha1" | "ecdsa_p256_sha256" | "token" | "none";
  encoding?: "hex" | "base64";
  /** Stands before the signature in the header, as `sha256=`. */
  prefix?: string;
  /** The header is a list such as `t=1700000000,v1=ab12…`: these are the names of its parts. Several signatures may come. */
  parts?: { timestamp: string; signature: string };
  /** What is signed: text with `{method}`, `{url}`, `{id}`, `{timestamp}`, `{body}`, `{sorted_form}`, as `v0:{timestamp}:{body}`. */
  signed?: string;
  /** Holds `{id}`, the message's own: Standard Webhooks' `webhook-id`. */
  idHeader?: string;
  timestampHeader?: string;
  /** The timestamp stands in the JSON body instead: a dotted path. */
  timestampPath?: string;
  timestampUnit?: "seconds" | "ms";
  toleranceSeconds?: number;
  /** For `token`: where the shared value stands in the JSON body when it is not in the header. */
  tokenPath?: string;
  /** The key's bytes are what stands after `whsec_` in base64, as Standard Webhooks say. Otherwise it is used as text. */
  keyEncoding?: "whsec";
  /** In plain words, where the key comes from: "The signing secret of the webhook's page". */
  key: string;
};
