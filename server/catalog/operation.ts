/**
 * Something callable, as data: a vendor's call that is in the catalog, made by hand or imported.
 *
 * Two kinds of placeholders stand in its templates. `{name}` is a value of the connection (an input or a fact, as in
 * the connector's addresses). `{{name}}` is an input of the operation: a value that is nothing but one placeholder
 * takes the input as it is, inside other text it is written out, and where the input was left out the key is dropped.
 * `{{name!}}` drops the whole object around it instead. An object or list that lost all it had is dropped as well.
 */
export type Operation = {
  /** snake_case, unique within the connector, at most 50 letters. */
  name: string;
  /** In plain words: "List repositories". */
  title: string;
  /** What the title does not say and a caller has to know. */
  description?: string;
  /** Group on the connector page: "Repositories". */
  group: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** From the host root. */
  path: string;
  /** Another host than the API's own; it must be one of `api.hosts`, written as there: `{tracking_host}`. */
  host?: string;
  /** What the caller gives, by the name it is given under. `cursor` is taken: it goes on where a page ended. */
  inputs: Record<string, OperationInput>;
  /** Groups of inputs of which at least one has to be there. */
  needsOneOf?: string[][];
  /** Templates that are sent whatever the caller says. */
  query?: Record<string, string>;
  /** A `content-type` here wins over the body's own: Amazon's JSON has a name of its own. */
  headers?: Record<string, string>;
  body?: BodyTemplate;
  answer?: AnswerMapping;
  /** A failure at status 200 that the connector's own shape does not tell, such as a mutation's `userErrors`. */
  errors?: ErrorShape;
  /** It answers a page at a time: as the connector says, or in a way of its own. */
  paging?: true | Pagination;
  isReadOnly: boolean;
  /** What it does away with does not come back. */
  isDestructive?: true;
  /** Doing it twice leaves the same as doing it once. */
  isIdempotent?: true;
};

/** One input: its JSON Schema, and where it goes. One that stands in a template as `{{name}}` goes only there. */
export type OperationInput = JsonSchema & {
  in: "path" | "query" | "header" | "body";
  /** The vendor's name for it, where that is another: `PageSize`, `$top`. */
  as?: string;
  isRequired?: true;
  /** The connection's setting that stands in when the caller leaves it out, if the value fits the schema. */
  setting?: string;
  /** How a list is written in a query; `brackets` also writes objects, as `created[gte]=1`. Default `repeat`. */
  list?: "repeat" | "comma" | "brackets";
};

/** Inputs in the body that no placeholder names are added at its top, or to the variables. */
export type BodyTemplate =
  | { type: "json"; value?: Json }
  /** Nested values become `a[b]=1`; lists `a[0]=1`, or `a=1&a=2` with `repeat`. */
  | { type: "form"; value?: { [key: string]: Json }; lists?: "brackets" | "repeat" }
  /** A value of the form `{fileName, contentType, base64}` is sent as a file. */
  | { type: "multipart"; value?: { [key: string]: Json } }
  /** The body is one value, such as `{{content}}`: text, or a file as in `multipart`. `contentType` is for vendors that take no other. */
  | { type: "raw"; value: string; contentType?: string }
  | { type: "graphql"; query: string; variables?: { [key: string]: Json } };

export type AnswerMapping = {
  /** Dotted path of what matters in the answer: `data.issues.nodes`. */
  pick?: string;
  /** New name → dotted path into what was picked, or into each of its items. */
  rename?: Record<string, string>;
  /** New name → response header, beside the body's own values. */
  headers?: Record<string, string>;
};

/** How a vendor hands out pages. Paths are dotted, into the whole answer. */
export type Pagination =
  | { kind: "link_header" }
  /** `more` is false on the last page, for vendors whose cursor does not end; `isNumber` for those that want a number in a body. */
  | { kind: "cursor"; param: string; path: string; more?: string; isNumber?: true }
  | { kind: "offset"; param: string; limitParam: string; total?: string }
  /** Numbered from 1, or from `first`. The last page is the one that `pages` or `total` tells, or else the first that is not full. */
  | { kind: "page"; param: string; limitParam: string; first?: 0; pages?: string; total?: string }
  /** `below` is for vendors whose next page stands below the operation's own path; elsewhere only its query counts. */
  | { kind: "next_url"; path: string; below?: true }
  /** Relay's `pageInfo`, and the variable that takes its `endCursor`: `after` unless named. */
  | { kind: "graphql"; param?: string };

/** Where a vendor puts its error. Dotted paths. */
export type ErrorShape = {
  /** The value at the path, or that there is one at all, means failure at status 200. */
  failedWhen?: { path: string; equals: boolean | string } | { present: string };
  code?: string;
  message?: string;
  /** The parameter at fault. */
  param?: string;
  /** Why a bank refused a payment. */
  declineCode?: string;
};

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

type JsonType = "string" | "integer" | "number" | "boolean" | "object" | "array" | "null";

/** The part of JSON Schema 2020-12 that operations use. The first of `examples` is what "Try it" begins with. */
export type JsonSchema = {
  type?: JsonType | JsonType[];
  description?: string;
  enum?: Json[];
  format?: string;
  pattern?: string;
  default?: Json;
  examples?: Json[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
};
