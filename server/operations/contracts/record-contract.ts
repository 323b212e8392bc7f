import fc from "fast-check";
import type { Connector } from "@/server/catalog/connector";
import type { Operation } from "@/server/catalog/operation";
import { exampleInput } from "../input-schema.schema";
import { validateInput } from "../validate-input";
import { asQuery, pathPattern, pathValues } from "./check-request";
import type { Contract, ContractOperation } from "./contract.schema";
import { callsOf, type DocumentCall, type DocumentObject, isObject } from "./read-document";
import { addSent, newSent, reduceSchema, type Sent } from "./reduce-schema";
import { inputsOf } from "./sample-inputs";
import { placesCursor, readPairs, type SentRequest, sentRequest } from "./sent-request";

export type RecordedDocument = { value: DocumentObject; url: string; sha256: string; server?: string };

/** Finds each operation in the documents and keeps what they say of it. What people wrote into the old one stays. */
export function recordContract(connector: Connector, documents: RecordedDocument[], recordedOn: string, before: Contract | null): Contract {
  const calls = documents.flatMap(({ value, server }, document) => callsOf(value, server).map((call) => ({ document, call })));
  const found = connector.operations.map((operation): [string, ContractOperation | null] => {
    const samples = samplesOf(connector, operation);
    const match = matchOf(calls, samples) ?? matchOf(calls, samples.map(asQuery));
    const document = documents[match?.document ?? -1];
    return [operation.name, match && document ? { document: match.document, ...describe(document.value, match.call, match.samples) } : null];
  });
  return {
    connector: connector.slug,
    recordedOn,
    documents: documents.map(({ value, url, sha256, server }) => {
      const info = isObject(value["info"]) ? value["info"] : {};
      return { title: String(info["title"]), version: String(info["version"]), url, sha256, ...(server === undefined ? {} : { server }) };
    }),
    operations: Object.fromEntries(found.flatMap(([name, described]) => (described ? [[name, described]] : []))),
    notInDocument: Object.fromEntries(found.flatMap(([name, described]) => {
      const operation = connector.operations.find((one) => one.name === name);
      return described ? [] : [[name, before?.notInDocument[name] ?? `It has no ${operation?.method} ${operation?.path}.`]];
    })),
    exceptions: before?.exceptions ?? [],
  };
}

/** Enough requests to hold everything that the operation can send. */
function samplesOf(connector: Connector, operation: Operation): SentRequest[] {
  const inputs = [validateInput(operation, exampleInput(operation)), ...fc.sample(inputsOf(operation, true), { seed: 1, numRuns: 60 }), ...fc.sample(inputsOf(operation), { seed: 1, numRuns: 60 })];
  const cursors = placesCursor(connector, operation) ? ["7"] : [];
  return inputs.flatMap((input) => [undefined, ...cursors].map((cursor) => sentRequest(connector, operation, input, cursor)));
}

function fits(call: DocumentCall, sample: SentRequest): boolean {
  return call.method === sample.method && pathPattern(call.path).test(sample.path) && (call.host === undefined || pathPattern(call.host).test(sample.host));
}

/** The one with the fewest variables and the most words; one that takes any path, or wants it otherwise, comes last. */
function matchOf(calls: { document: number; call: DocumentCall }[], samples: SentRequest[]): { document: number; call: DocumentCall; samples: SentRequest[] } | undefined {
  const rank = ({ call }: { call: DocumentCall }) => (samples[0] && takesPath(call, samples[0]) ? 0 : 100_000) + call.path.split("{+").length * 10_000 + call.path.split("{").length * 1_000 - call.path.length;
  const [best] = calls.filter(({ call }) => samples.every((sample) => fits(call, sample))).toSorted((one, other) => rank(one) - rank(other));
  return best && { ...best, samples };
}

/** Google tells calls with one and the same path apart by the form of the names in it. */
function takesPath(call: DocumentCall, { path }: SentRequest): boolean {
  const values = pathValues(call.path, path);
  return call.parameters().every(({ name, in: place, schema }) => place !== "path" || !isObject(schema) || typeof schema["pattern"] !== "string" || new RegExp(schema["pattern"], "u").test(values(name)));
}

function describe(document: DocumentObject, call: DocumentCall, samples: SentRequest[]): Omit<ContractOperation, "document"> {
  const sent = newSent();
  for (const { query, headers, body } of samples) {
    addSent(sent, { query: { ...Object.fromEntries(query), ...readPairs(query) }, headers: lowered(headers), ...(body ? { [body.type]: body.value } : {}) });
  }
  const parameters = call.parameters().flatMap((parameter): ContractOperation["parameters"] => {
    const { name, isRequired, isCommaList, schema } = parameter;
    const place = (["path", "query", "header"] as const).find((one) => one === parameter.in);
    const below = place === "path" ? newSent() : sentAt(sent, place === "query" ? "query" : "headers", place === "header" ? name.toLowerCase() : name);
    if (place === undefined || isHandled(place, name) || (below === undefined && !isRequired)) return [];
    return [{ name, in: place, ...(isRequired ? { required: true as const } : {}), ...(isCommaList ? { isCommaList: true as const } : {}), schema: reduceSchema(document, schema, below ?? newSent()) }];
  });
  const body = call.body();
  const types = body ? Object.keys(body.schemas) : [];
  const sentTypes = samples.flatMap((sample) => (sample.body ? [sample.body.type] : []));
  const type = types.find((one) => sentTypes.includes(one)) ?? types.find((one) => /json|\*\/\*/.test(one)) ?? types[0];
  const method = (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).find((one) => one === call.method) ?? "GET";
  return {
    method,
    ...(call.host === undefined ? {} : { host: call.host }),
    path: call.path,
    ...(samples.some((sample) => sample.isFormOfQuery) ? { isFormOfQuery: true as const } : {}),
    parameters,
    ...(body && type !== undefined ? { body: { ...(body.isRequired ? { required: true as const } : {}), type, schema: reduceSchema(document, body.schemas[type], sent.keys.get(type) ?? sent.keys.get(sentTypes[0] ?? "") ?? newSent()) } } : {}),
  };
}

/** OpenAPI 3, "Parameter Object": these three are said elsewhere, and a declaration of them counts for nothing. */
function isHandled(place: string, name: string): boolean {
  return place === "header" && ["accept", "content-type", "authorization"].includes(name.toLowerCase());
}

function sentAt(sent: Sent, place: string, name: string): Sent | undefined {
  return sent.keys.get(place)?.keys.get(name);
}

function lowered(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
