import type { AuthKind, AuthOption } from "./auth-option";
import type { Fact, Field } from "./field";
import type { ErrorShape, Operation, Pagination } from "./operation";

export type {
  ApiKey,
  AwsSigV4,
  AuthKind,
  AuthOption,
  Basic,
  Bearer,
  ClientCredentials,
  DatabaseAuth,
  GuideStep,
  KeyPlacement,
  OAuth2,
  Placement,
  Scope,
  ServiceAccount,
  SignIn,
  TokenAnswer,
  TokenCall,
} from "./auth-option";
export type { Field, FieldFact } from "./field";

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
  /** Defined by a workspace for itself: which state of it this is, and its logo, as addresses that hold the drawing. */
  custom?: { version: number; logo: { light: string; dark: string } };
  /** What a pasted key of this vendor, and of no other, looks like: full-match regular expression sources. */
  keyShapes?: string[];
  /** Non-secret values that the URLs need, asked for before the credential. */
  inputs: Field[];
  /** Values that are known only once connected, and the shape each must have before it may stand in a URL. */
  facts?: Fact[];
  /** Ways to connect, in order of preference. */
  auth: AuthOption[];
  /** Absent for what speaks no HTTP: a database, a mail server. */
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
  /** Variables from which an operator's own account is connected at the start: by field of the credential or input, and by setting. */
  environment?: { authKind: "api_key" | "basic" | "client_credentials"; values: Record<string, string>; settings?: Record<string, string> };
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

export type Api = {
  /** Template of the origin, with a path only where every call shares it: `https://api.stripe.com`. */
  baseUrl: string;
  /**
   * Ways to connect whose calls go to another address: `https://api.atlassian.com/ex/jira/{cloud_id}`. Paths of
   * operations are the same for all: they stand below the path that this one has.
   */
  perKind?: Partial<Record<AuthKind, string>>;
  /** Further hosts that the credential may be sent to: `uploads.github.com`, `*.salesforce.com`. Templates are filled; one that lacks its value is left out. */
  hosts: string[];
  /** Sent with every call unless the caller sets them. Templates of inputs and facts; one that lacks its value is left out. */
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
  algorithm: "hmac_sha256" | "hmac_sha1" | "ecdsa_p256_sha256" | "ed25519" | "rsa_sha256" | "rsa_sha512" | "token" | "none";
  encoding?: "hex" | "base64";
  /** Stands before the signature in the header, as `sha256=`. */
  prefix?: string;
  /** The header is a list such as `t=1700000000,v1=ab12…`: these are the names of its parts. Several signatures may come. */
  parts?: { timestamp: string; signature: string };
  /**
   * What is signed: text with `{method}`, `{url}`, `{id}`, `{timestamp}`, `{body}`, as `v0:{timestamp}:{body}`.
   * `{decoded_url}` is the address with its `:/?@!$'()*,;` decoded; `{sorted_form}` is a form's fields by name.
   */
  signed?: string;
  /** With `{sorted_form}`: the query parameter in which the SHA-256 (hex) of any other body comes. */
  bodyHashParam?: string;
  /** Holds `{id}`, the message's own: Standard Webhooks' `webhook-id`. */
  idHeader?: string;
  timestampHeader?: string;
  /** The timestamp stands in the JSON body instead: a dotted path. */
  timestampPath?: string;
  timestampUnit?: "seconds" | "ms";
  toleranceSeconds?: number;
  /**
   * For `rsa_…`: where the vendor's public key or certificate is, or the header that says so and the hosts it may name.
   * `signed` may then hold `{crc32}`, the body's as a decimal number, and `{key}`, which is no secret.
   */
  publicKey?: { url: string } | { header: string; hosts: string[] };
  /** For `token`: where the shared value stands in the JSON body when it is not in the header. `value.*.state`: in every item of a list. */
  tokenPath?: string;
  /** How the key is written, when its bytes sign and not its text: all of it, or what stands after `whsec_` as Standard Webhooks say. */
  keyEncoding?: "base64" | "whsec";
  /** In plain words, where the key comes from: "The signing secret of the webhook's page". */
  key: string;
};
