import { describe, expect, it } from "vitest";
import type { AuthKind, AuthOption, Connector, Field } from "@/server/catalog/connector";
import { connectors } from "@/server/catalog/registry";
import { Secret } from "@/server/lib/secret";
import type { CredentialFields } from "./credential";
import { authKind, authKinds } from "./registry";

/** Every way to connect in the catalog: what each auth kind has to cope with. */
const options = connectors.flatMap((connector) => connector.auth.map((option) => ({ connector, option, name: `${connector.slug} by ${option.kind}` })));
const isLogin = (option: AuthOption) => option.kind === "database" || (option.kind === "basic" && option.driver !== undefined);
const overHttp = options.filter(({ option }) => !isLogin(option));

const canary = (key: string) => `canary-${key}-value`;
const fieldsOf = (option: AuthOption): Field[] => ("fields" in option ? option.fields : []);

function credentialFor(option: AuthOption): CredentialFields {
  const keys = [...fieldsOf(option).map(({ key }) => key), "access_token"];
  return Object.fromEntries(keys.map((key) => [key, new Secret(canary(key))]));
}

const isSigning = (option: AuthOption) => option.kind === "api_key" && !Array.isArray(option.placement) && (option.placement.in === "aws_sigv4" || option.placement.in === "oauth1");

/** Who signs for Amazon has to know for which of its services. */
const originFor = (option: AuthOption) => (isSigning(option) ? "https://sqs.eu-west-1.amazonaws.com" : "https://vendor.example");

const factsOf = (option: AuthOption) => Object.fromEntries(options.find((candidate) => candidate.option === option)?.connector.inputs.map(({ key, example }) => [key, example]) ?? []);

function applied(option: AuthOption, headers: Record<string, string> = {}, query = "") {
  const head = { url: new URL(`${originFor(option)}/v1/things${query}`), headers: { ...headers }, method: "GET", body: null };
  authKind(option.kind).apply(head, credentialFor(option), option, factsOf(option));
  return head;
}

/** Most credentials go to one place; some are several values, and some bring headers of their own. */
function placesMeant(option: AuthOption): number {
  if (option.kind === "service_account") return 1 + Object.keys(option.assertion?.headers ?? {}).length;
  return option.kind === "api_key" && Array.isArray(option.placement) ? option.placement.length : 1;
}

/** Where the credential ended up: header names and query parameters that were not there before. */
function placesOf(option: AuthOption): { headers: string[]; query: string[] } {
  const head = applied(option);
  return { headers: Object.keys(head.headers), query: [...head.url.searchParams.keys()] };
}

function readable(head: { url: URL; headers: Record<string, string> }): string {
  const values = Object.values(head.headers).map((value) => (value.startsWith("Basic ") ? Buffer.from(value.slice(6), "base64").toString() : value));
  return [...values, ...[...head.url.searchParams].flat()].join("\n");
}

describe("the registry", () => {
  it("has every kind under its own name", () => {
    for (const [name, definition] of Object.entries(authKinds)) expect(definition.kind).toBe(name);
  });

  it("has a connector for every kind, so that the suite below leaves none out", () => {
    expect(new Set(options.map(({ option }) => option.kind))).toEqual(new Set<AuthKind>(Object.values(authKinds).map(({ kind }) => kind)));
  });
});

describe.each(overHttp)("$name", ({ option }) => {
  it("puts the credential on the request, where it is meant to be, and nowhere else", () => {
    const head = applied(option);
    expect(readable(head)).toContain("canary-");
    expect(head.url.origin + head.url.pathname).toBe(`${originFor(option)}/v1/things`);
    const { headers, query } = placesOf(option);
    // A signature brings its date, and a session's token.
    if (isSigning(option)) expect(headers.toSorted()).toEqual(expect.arrayContaining(["authorization"]));
    else expect(headers.length + query.length).toBe(placesMeant(option));
  });

  it("leaves the address that was given as it was: it goes on record", () => {
    const url = new URL(`${originFor(option)}/v1/things?a=1`);
    authKind(option.kind).apply({ url, headers: {}, method: "GET", body: null }, credentialFor(option), option, factsOf(option));
    expect(url.href).toBe(`${originFor(option)}/v1/things?a=1`);
  });

  it("writes header names in lower case", () => {
    for (const name of Object.keys(applied(option).headers)) expect(name).toBe(name.toLowerCase());
  });

  it("wins over what the caller sent under the same name, however it is spelled", () => {
    const { headers, query } = placesOf(option);
    const spelled = headers.flatMap((name) => [name, name.toUpperCase(), name.replace(/^\w/, (letter) => letter.toUpperCase())]);
    const sent = query.map((name) => `${encodeURIComponent(name)}=forged`).join("&");
    const head = applied(option, Object.fromEntries(spelled.map((name) => [name, "forged"])), sent === "" ? "" : `?${sent}`);
    expect(JSON.stringify(head.headers) + head.url.search).not.toContain("forged");
    expect(placesOf(option)).toEqual({ headers: Object.keys(head.headers), query: [...head.url.searchParams.keys()] });
  });

  it("leaves the caller's own headers and query as they were written", () => {
    const head = applied(option, { "x-request-id": "7" }, "?q=a%20b&x=%2F");
    expect(head.headers["x-request-id"]).toBe("7");
    expect(head.url.search.startsWith("?q=a%20b&x=%2F")).toBe(true);
  });

  it("does the same every time, and changes neither credential nor definition", () => {
    const credential = credentialFor(option);
    const before = JSON.stringify([Object.keys(credential), option]);
    const once = { url: new URL(originFor(option)), headers: {}, method: "GET", body: null };
    const twice = { url: new URL(originFor(option)), headers: {}, method: "GET", body: null };
    authKind(option.kind).apply(once, credential, option, factsOf(option));
    authKind(option.kind).apply(twice, credential, option, factsOf(option));
    authKind(option.kind).apply(twice, credential, option, factsOf(option));
    // No two signatures are the same, but they stand in the same place.
    if (isSigning(option)) expect(Object.keys(twice.headers)).toEqual(Object.keys(once.headers));
    else expect([twice.url.href, twice.headers]).toEqual([once.url.href, once.headers]);
    expect(JSON.stringify([Object.keys(credential), option])).toBe(before);
  });

  it("asks to reconnect when a field is missing, without a word about the others", () => {
    const attempt = () => authKind(option.kind).apply({ url: new URL(originFor(option)), headers: {}, method: "GET", body: null }, {}, option, {});
    expect(attempt).toThrow(expect.objectContaining({ code: "REAUTHORIZATION_REQUIRED" }));
  });

  it("is not applied to another kind's option", () => {
    const other = options.find((candidate) => candidate.option.kind !== option.kind);
    if (!other) throw new Error("the catalog has one kind only");
    expect(() => authKind(option.kind).apply({ url: new URL(originFor(option)), headers: {}, method: "GET", body: null }, credentialFor(option), other.option, {})).toThrow(/was asked about an option of the kind/);
  });
});

it.each(options.filter(({ option }) => isLogin(option)))("$name is not called over HTTP", ({ option }) => {
  expect(() => applied(option)).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
});

describe("placements that no connector of the catalog has yet", () => {
  const bearerWith = (placement: { in: "query" | "header"; name: string; template: string }): AuthOption => ({
    kind: "bearer",
    label: "Token",
    guide: [],
    fields: [{ key: "token", label: "Token", secret: true, required: true, example: "t" }],
    placement,
  });

  it("puts a token into the query, encoded, over the caller's own", () => {
    const option = bearerWith({ in: "query", name: "api key", template: "{token}" });
    const given = new URL("https://vendor.example/?a=1&api%20key=forged");
    const head = { url: given, headers: {}, method: "GET", body: null };
    authKind("bearer").apply(head, { token: new Secret("a&b=c d") }, option, {});
    expect(head.url.searchParams.getAll("api key")).toEqual(["a&b=c d"]);
    expect(head.url.searchParams.get("a")).toBe("1");
    expect([...head.url.searchParams.keys()]).toEqual(["a", "api key"]);
    expect(given.href).not.toContain("a%26b");
  });

  it("fills a template around the token", () => {
    const option = bearerWith({ in: "header", name: "Authorization", template: "SSWS {token}" });
    const head = { url: new URL("https://vendor.example/"), headers: {}, method: "GET", body: null };
    authKind("bearer").apply(head, { token: new Secret("secret") }, option, {});
    expect(head.headers).toEqual({ authorization: "SSWS secret" });
  });
});

describe("HTTP Basic", () => {
  const basicConnector = (fields: string[]): Connector["auth"][number] => ({
    kind: "basic",
    label: "Login",
    guide: [],
    fields: fields.map((key) => ({ key, label: key, secret: false, required: true, example: "x" })),
  });
  it.each([
    [["username", "password"]],
    [["password", "username"]],
    [["email", "api_token"]],
  ])("takes user and password from %j", (keys) => {
    const head = { url: new URL("https://vendor.example/"), headers: {}, method: "GET", body: null };
    const [first = "", second = ""] = keys[0] === "password" ? ["username", "password"] : keys;
    authKind("basic").apply(head, { [first]: new Secret("ada"), [second]: new Secret("pä:ss") }, basicConnector(keys), {});
    expect(head.headers).toEqual({ authorization: `Basic ${Buffer.from("ada:pä:ss", "utf8").toString("base64")}` });
  });
});
