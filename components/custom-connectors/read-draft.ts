import type { Logo } from "@/server/custom-connectors/logo.schema";

/** A file that was chosen as the logo; null draws the monogram. */
export type ChosenLogo = Exclude<Logo, { kind: "monogram" }> | null;

/** What the form says, in the shape of a draft. Controls are named by their place in it; the schema judges the rest. */
export function readDraft(data: FormData, chosen: ChosenLogo): Record<string, unknown> {
  const text = (name: string) => textOf(data, name);
  const given = (name: string) => (text(name) === "" ? undefined : text(name));
  return {
    name: text("name"),
    category: text("category"),
    description: text("description"),
    website: text("website"),
    docsUrl: given("docsUrl"),
    logo: chosen ?? { kind: "monogram", text: text("logo.text"), colour: text("logo.colour") },
    inputs: readRows(data, "inputs").map((row) => ({ key: row("key"), label: row("label"), example: row("example"), shape: row("shape") })),
    auth: readAuth(data, text, given),
    api: { baseUrl: text("api.baseUrl"), hosts: lines(text("api.hosts")), headers: readHeaders(text("api.headers")), errors: readErrors(given) },
    verify: { method: text("verify.method"), host: given("verify.host"), path: text("verify.path"), account: { id: lines(text("verify.account.id")), label: lines(text("verify.account.label")) } },
    pagination: readPagination(text),
  };
}

type Text = (name: string) => string;
type Given = (name: string) => string | undefined;

function readAuth(data: FormData, text: Text, given: Given): Record<string, unknown> {
  const kind = text("auth.kind");
  const where = { whereText: given("auth.whereText"), whereUrl: given("auth.whereUrl") };
  switch (kind) {
    case "api_key":
      return { kind, label: text("auth.label"), placement: readPlacement(text), ...where };
    case "bearer":
      return { kind, label: text("auth.label"), ...where };
    case "basic":
      return { kind, usernameLabel: text("auth.usernameLabel"), passwordLabel: text("auth.passwordLabel"), ...where };
    case "client_credentials":
      return { kind, tokenUrl: text("auth.tokenUrl"), scope: given("auth.scope"), clientAuthentication: text("auth.clientAuthentication"), ...where };
    default: {
      const scopes = readRows(data, "auth.scopes").map((row) => ({ value: row("value"), meaning: row("meaning"), isSensitive: row("isSensitive") === "on", isDefault: row("isDefault") === "on" }));
      const addresses = { authorizeUrl: text("auth.authorizeUrl"), tokenUrl: text("auth.tokenUrl"), revokeUrl: given("auth.revokeUrl") };
      const ways = { scopeSeparator: text("auth.scopeSeparator") === "comma" ? "," : " ", pkce: text("auth.pkce"), clientAuthentication: text("auth.clientAuthentication"), refresh: text("auth.refresh") };
      return { kind, ...addresses, ...ways, scopes, authorizeParams: readPairs(text("auth.authorizeParams"), "="), ...where };
    }
  }
}

function readPlacement(text: Text): Record<string, string> {
  const place = text("auth.placement.in");
  if (place === "basic") return { in: place, username: text("auth.placement.username"), password: text("auth.placement.password") };
  return { in: place, name: text("auth.placement.name"), template: text("auth.placement.template") };
}

function readErrors(given: Given): Record<string, unknown> | undefined {
  const [path, equals] = [given("api.errors.failedWhen.path"), given("api.errors.failedWhen.equals")];
  const failedWhen = path === undefined || equals === undefined ? undefined : { path, equals: equals === "true" ? true : equals === "false" ? false : equals };
  const shape = { failedWhen, code: given("api.errors.code"), message: given("api.errors.message") };
  return Object.values(shape).some((value) => value !== undefined) ? shape : undefined;
}

function readPagination(text: Text): Record<string, string> | undefined {
  const kind = text("pagination.kind");
  switch (kind) {
    case "link_header":
      return { kind };
    case "cursor":
      return { kind, param: text("pagination.param"), path: text("pagination.path") };
    case "next_url":
      return { kind, path: text("pagination.path") };
    case "offset":
    case "page":
      return { kind, param: text("pagination.param"), limitParam: text("pagination.limitParam") };
    default:
      return undefined;
  }
}

/** `inputs.0.key`, `inputs.1.key`, … as one reader per row. */
function readRows(data: FormData, name: string): ((part: string) => string)[] {
  const places = [...data.keys()].flatMap((key) => (key.startsWith(`${name}.`) ? [Number(key.slice(name.length + 1).split(".", 1)[0])] : []));
  return Array.from({ length: Math.max(-1, ...places) + 1 }, (_, place) => (part: string) => textOf(data, `${name}.${place}.${part}`));
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value.trim() : "";
}

const readHeaders = (text: string) => readPairs(text, ":");

/** `name: value` by line. A line without the sign keeps an empty value, for the schema to refuse. */
function readPairs(text: string, sign: string): Record<string, string> {
  return Object.fromEntries(
    lines(text).map((line) => {
      const at = line.indexOf(sign);
      return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}

function lines(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
