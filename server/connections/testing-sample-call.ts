import { isDeepStrictEqual } from "node:util";
import { createPublicKey, type KeyObject } from "node:crypto";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { fillCall, fillDeep, fillHeader, fillText, isAsSaid, type SampleValues } from "@/server/catalog/samples/fill-sample";
import type { SampleCall } from "@/server/catalog/samples/sample";
import type { VendorRequest } from "./testing";

/** A request as the stand-in got it, with the origin that it was meant for. */
export type MeantRequest = VendorRequest & { origin: string };

export type CallMatch = {
  values: SampleValues;
  /** What nobody but the sample's places may carry. */
  secrets: readonly string[];
  /** Of the key that signs, where one does. */
  privateKey?: KeyObject | undefined;
  /** RFC 6749 §2.3.1 form-encodes a client's id and secret before they are joined. */
  isTokenCall: boolean;
};

/** What is wrong with a request, in words; nothing when it is what the sample says. */
export async function compareCall(call: SampleCall, request: MeantRequest, match: CallMatch): Promise<string[]> {
  return [...compareAddress(call, request, match), ...compareHeaders(call, request, match), ...compareBody(call, request, match), ...(await compareJwt(call, request, match))];
}

function compareAddress({ call }: SampleCall, request: MeantRequest, { values }: CallMatch): string[] {
  const said = fillCall(call, values);
  const found = `${request.method} ${request.origin}${request.path}`;
  return isAsSaid(said, found) || isSameAddress(said, found) ? [] : [`asked ${found} instead of ${said}`];
}

/** A query may be written with `%20` or with `+`. */
function isSameAddress(said: string, found: string): boolean {
  const parts = [said, found].map((call) => {
    const [method, address = ""] = call.split(" ", 2);
    const url = URL.canParse(address) ? new URL(address) : null;
    return [method, url?.origin, url?.pathname, url === null ? address : [...url.searchParams]];
  });
  return isDeepStrictEqual(parts[0], parts[1]);
}

function compareHeaders(call: SampleCall, request: MeantRequest, { values, secrets, isTokenCall }: CallMatch): string[] {
  const said = call.headers ?? {};
  const encoded = isTokenCall ? { ...values, client_id: formEncode(values["client_id"]), client_secret: formEncode(values["client_secret"]) } : values;
  const wrong = Object.entries(said).flatMap(([name, text]) => {
    const wanted = fillHeader(text, encoded);
    const found = headerOf(request, name);
    return isAsSaid(wanted, found) ? [] : [`${name} is ${found} instead of ${wanted}`];
  });
  const loose = Object.keys(request.headers).filter((name) => said[name] === undefined && secrets.some((secret) => headerOf(request, name)?.includes(secret)));
  const unsaid = said["authorization"] === undefined && request.headers.authorization !== undefined ? ["has an authorization that the sample does not know"] : [];
  return [...wrong, ...loose.map((name) => `a secret stands in ${name}`), ...unsaid];
}

function compareBody({ form, json }: SampleCall, { body, headers }: MeantRequest, { values }: CallMatch): string[] {
  const type = headers["content-type"] ?? "";
  if (json !== undefined) {
    const wanted = fillDeep(json, values);
    return type.startsWith("application/json") && isDeepStrictEqual(parse(body), wanted) ? [] : [`sent ${type}: ${body} instead of the JSON ${JSON.stringify(wanted)}`];
  }
  if (form === undefined) return body === "" ? [] : [`sent a body: ${body}`];
  const sent = new URLSearchParams(body);
  const names = [...new Set([...Object.keys(form), ...sent.keys()])];
  const wrong = names.filter((name) => {
    const said = form[name];
    return said === undefined || sent.getAll(name).length !== 1 || !isAsSaid(fillText(said, values), sent.get(name) ?? undefined);
  });
  const isForm = type.startsWith("application/x-www-form-urlencoded");
  return [...(isForm ? [] : [`sent ${type} instead of a form`]), ...wrong.map((name) => `the form's ${name} is ${sent.getAll(name).join(", ") || "missing"}`)];
}

async function compareJwt({ jwt }: SampleCall, request: MeantRequest, { privateKey, values }: CallMatch): Promise<string[]> {
  if (!jwt) return [];
  const form = new URLSearchParams(request.body);
  const token = form.get("assertion") ?? form.get("client_assertion") ?? headerOf(request, "authorization")?.split(" ")[1] ?? "";
  if (!privateKey) return ["nothing signs, and the sample knows a JWT"];
  try {
    const { payload } = await jwtVerify(token, createPublicKey(privateKey));
    const head = decodeProtectedHeader(token);
    const pairs = [...Object.entries(jwt.claims).map(([name, said]) => [name, said, payload[name]] as const), ...Object.entries(jwt.head ?? {}).map(([name, said]) => [name, said, Reflect.get(head, name)] as const)];
    return pairs.flatMap(([name, said, found]) => (isAsSaid(fillText(said, values), textOf(found)) ? [] : [`the JWT's ${name} is ${textOf(found)}`]));
  } catch (error) {
    return [`the JWT does not verify: ${String(error)}`];
  }
}

const textOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
const headerOf = (request: MeantRequest, name: string) => [request.headers[name] ?? []].flat()[0];
const formEncode = (value = "") => new URLSearchParams({ v: value }).toString().slice(2);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
