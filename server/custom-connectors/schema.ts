import { z } from "zod";
import { categories } from "@/server/catalog/category.schema";
import { logoSchema } from "./logo.schema";

// What a person may define, shared by the router, the stored rows and the form. The sentences are shown beside the
// field that they are about. No code, no patterns of one's own: those stay with the catalog.

const line = (max: number, empty: string) => z.string().trim().min(1, empty).max(max, `Use at most ${max} characters.`).regex(/^\P{Cc}*$/u, "Use no line breaks or control characters.");
const secure = "The address has to begin with https://.";
const address = z.string().trim().max(500, "The address is too long.").regex(/^https:\/\/[^\s/]/, secure).regex(/^[^\s<>"'\\]*$/, "An address has no spaces, quotes or brackets.");
/** A page for people, without placeholders. */
const page = address.refine((text) => URL.canParse(text) && !/[{}]/.test(text), "This is not a complete address.");
const headerName = z.string().trim().toLowerCase().max(100).regex(/^[a-z0-9!#$%&'*+.^_`|~-]+$/, "This is not the name of a header.");
const dottedPath = line(200, "Give a path into the answer, such as user.email.");
const host = z.string().trim().toLowerCase().min(1).max(253);

/** What a value that addresses take may look like. Its pattern is ours: whatever is pasted is checked at once. */
const inputShapes = ["name", "host", "id"] as const;

const input = z.strictObject({
  key: z.string().trim().max(40).regex(/^[a-z][a-z0-9_]*$/, "Begin with a small letter; then small letters, digits and underscores."),
  label: line(60, "Say what it is called."),
  example: line(100, "Give an example."),
  shape: z.enum(inputShapes),
  help: z.string().trim().max(200).optional(),
});

const reserved = /^(host|content-length|content-type|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect|cookie|set-cookie|proxy-.*|sec-.*|forwarded|x-forwarded-.*)$/;
const mayBeSet = (name: string) => !reserved.test(name);
const notSet = "Patchbay and its HTTP client set this header.";

const template = line(300, "Write the template, such as Bearer {api_key}.");
const placement = z.discriminatedUnion("in", [
  z.strictObject({ in: z.literal("header"), name: headerName.refine(mayBeSet, notSet), template }),
  z.strictObject({ in: z.literal("query"), name: z.string().trim().max(100).regex(/^[\w.~[\]-]+$/, "This is not the name of a query parameter."), template }),
  z.strictObject({ in: z.literal("basic"), username: z.string().trim().max(200), password: z.string().trim().max(200) }),
]);

const scope = z.strictObject({
  value: line(200, "Write the scope as the vendor spells it.").regex(/^[^\s,]+$/, "A scope has no spaces or commas."),
  meaning: line(100, "Say what it allows, in plain words."),
  isSensitive: z.boolean().default(false),
  isDefault: z.boolean().default(true),
  isRequired: z.boolean().default(false),
});

const flowParams = new Set(["client_id", "client_secret", "redirect_uri", "response_type", "response_mode", "state", "scope", "code_challenge", "code_challenge_method", "request", "request_uri"]);
const authorizeParams = z
  .record(z.string().max(100).regex(/^[\w.-]+$/, "This is not the name of a parameter."), line(200, "Give the parameter a value."))
  .default({})
  .refine((params) => Object.keys(params).length <= 10, "Add at most 10 parameters.")
  .refine((params) => Object.keys(params).every((name) => !flowParams.has(name)), "Patchbay sets this parameter itself.");

/** Where a person finds the credential. */
const where = { whereText: z.string().trim().max(200).optional(), whereUrl: page.optional() };
const clientAuthentication = z.enum(["post", "basic"]).default("post");

const auth = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("api_key"), label: line(60, "Say what the key is called."), placement, ...where }),
  z.strictObject({ kind: z.literal("bearer"), label: line(60, "Say what the token is called."), ...where }),
  z.strictObject({ kind: z.literal("basic"), usernameLabel: line(60, "Say what the first value is called."), passwordLabel: line(60, "Say what the second value is called."), ...where }),
  z.strictObject({
    kind: z.literal("oauth2"),
    authorizeUrl: address,
    tokenUrl: address,
    revokeUrl: address.optional(),
    scopes: z.array(scope).max(40, "List at most 40 scopes.").default([]),
    scopeSeparator: z.enum([" ", ","]).default(" "),
    pkce: z.enum(["S256", "none"]).default("S256"),
    authorizeParams,
    clientAuthentication,
    refresh: z.enum(["none", "stable", "rotating"]).default("rotating"),
    ...where,
  }),
  z.strictObject({ kind: z.literal("client_credentials"), tokenUrl: address, scope: z.string().trim().max(500).optional(), clientAuthentication, ...where }),
]);

const errors = z.strictObject({ failedWhen: z.strictObject({ path: dottedPath, equals: z.union([z.boolean(), z.string().max(100)]) }).optional(), code: dottedPath.optional(), message: dottedPath.optional() });

const parameter = z.string().trim().min(1, "Name the parameter.").max(100).regex(/^[\w.[\]$-]+$/, "This is not the name of a query parameter.");
const pagination = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("link_header") }),
  z.strictObject({ kind: z.literal("cursor"), param: parameter, path: dottedPath }),
  z.strictObject({ kind: z.literal("offset"), param: parameter, limitParam: parameter }),
  z.strictObject({ kind: z.literal("page"), param: parameter, limitParam: parameter }),
  z.strictObject({ kind: z.literal("next_url"), path: dottedPath }),
]);

const api = z.strictObject({
  /** The origin, and the path that every call stands below where there is one: `https://api.example.com/v2`. */
  baseUrl: address.regex(/^[^?#]*$/, "The address ends with the path: leave out ? and #.").transform((text) => text.replace(/\/+$/, "")),
  hosts: z.array(host).max(10, "Name at most 10 further hosts.").default([]),
  headers: z
    .record(headerName, line(500, "Give the header a value."))
    .default({})
    .refine((headers) => Object.keys(headers).length <= 10, "Set at most 10 headers.")
    .refine((headers) => Object.keys(headers).every((name) => mayBeSet(name) && name !== "authorization"), "Patchbay sets this header itself. A credential belongs to the way to connect."),
  errors: errors.optional(),
});

const verify = z.strictObject({
  method: z.enum(["GET", "POST"]).default("GET"),
  host: host.optional(),
  path: z.string().trim().max(500).regex(/^\//, "The path has to begin with a slash.").regex(/^[^\s<>"'\\#]*$/, "A path has no spaces, quotes or brackets."),
  account: z.strictObject({ id: z.array(dottedPath).max(5).default([]), label: z.array(dottedPath).min(1, "Say where the answer names the account, such as user.email.").max(5) }),
});

export const connectorDraft = z.strictObject({
  name: line(60, "Give it a name.").regex(/[a-z0-9]/i, "Use at least one letter or digit."),
  category: z.enum(categories.map(({ id }) => id), "Choose a category."),
  description: line(110, "Say in a line what one can do with it.").transform((text) => text.replace(/\.$/, "")),
  website: page,
  docsUrl: page.optional(),
  logo: logoSchema,
  inputs: z.array(input).max(5, "Ask for at most 5 values.").default([]),
  auth,
  api,
  verify,
  pagination: pagination.optional(),
});
export type ConnectorDraft = z.output<typeof connectorDraft>;
export type ConnectorDraftInput = z.input<typeof connectorDraft>;

const slug = z.string().max(100);

/** Left out, the id is made from the name. */
export const createCustomConnectorInput = z.strictObject({ slug: slug.optional(), draft: connectorDraft });
export const updateCustomConnectorInput = z.strictObject({ slug, draft: connectorDraft, /** What the form began with: a change by somebody else meanwhile is not written over. */ version: z.number().int() });
export const customConnectorInput = z.strictObject({ slug });
export const checkCustomConnectorInput = z.strictObject({ draft: connectorDraft });
