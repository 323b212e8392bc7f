import { z } from "zod";
import { curl } from "@/components/connections/call-snippets";
import { exampleOf } from "./example-of";
import type { Endpoint, Parameter, Reference } from "./reference";
import { rowsOf } from "./rows-of";
import { refName, schemaNode, type SchemaNode, type Schemas, typeWord } from "./schema-node";

const content = z.record(z.string(), z.object({ schema: schemaNode })).optional();
const operationShape = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.unknown())),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), required: z.boolean().optional(), description: z.string().optional(), schema: schemaNode })).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content })),
});
const documentShape = z.object({
  info: z.object({ version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.object({ schemas: z.record(z.string(), schemaNode) }),
  "x-error-codes": z.array(z.object({ code: z.string(), status: z.number(), meaning: z.string(), next: z.string() })),
});
type Operation = z.output<typeof operationShape>;

/** Reads the OpenAPI document of this installation. Throws when it is not of the form that the page shows. */
export function readReference(document: { paths?: object | undefined; [part: string]: unknown }): Reference {
  // Every operation of the catalog has an address of its own in the document; here they are one, and each connector's page lists its own.
  const shown = Object.fromEntries(Object.entries(document.paths ?? {}).filter(([path]) => !path.startsWith("/api/actions/") || path.includes("{")));
  const { info, servers, tags, paths, components, "x-error-codes": errors } = documentShape.parse({ ...document, paths: shown });
  const origin = servers.at(0)?.url ?? "";
  const { schemas } = components;
  const read = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ tags: operation.tags, endpoint: readEndpoint(operation, { method: method.toUpperCase(), path, origin }, schemas) })));
  return {
    version: info.version,
    origin,
    errors,
    groups: tags.flatMap(({ name, description }) => {
      const endpoints = read.filter((each) => each.tags.includes(name)).map(({ endpoint }) => endpoint);
      return endpoints.length === 0 ? [] : [{ id: name.toLowerCase(), name, description, endpoints }];
    }),
    objects: Object.entries(schemas).map(([name, schema]) => ({ id: objectId(name), name, rows: rowsOf(schema), example: json(exampleOf(schema, schemas)) })),
  };
}

/** Where on the page an object is explained. */
export function objectId(name: string): string {
  return `object-${name.toLowerCase()}`;
}

type Address = { method: string; path: string; origin: string };

function readEndpoint(operation: Operation, address: Address, schemas: Schemas): Endpoint {
  const { operationId, summary, description, security, responses } = operation;
  const parameters = operation.parameters.map((parameter) => readParameter(parameter, address.path));
  const body = readBody(operation, schemas);
  const access = security.length === 0 ? "open" : security.some((way) => Object.keys(way).length === 0) ? "optional" : "needed";
  return {
    id: operationId,
    ...address,
    summary,
    description: description ?? null,
    access,
    parameters,
    body,
    answer: readAnswer(responses["200"] ?? responses["default"], schemas),
    refusals: Object.entries(responses).flatMap(([status, refusal]) => (/^[45]/.test(status) ? [{ status, description: refusal.description }] : [])),
    curl: exampleCurl(address, { parameters, body, access }),
  };
}

function readParameter(parameter: Operation["parameters"][number], path: string): Parameter {
  const { name, in: place, required = false, schema } = parameter;
  return {
    name,
    place,
    isRequired: required,
    type: typeWord(schema),
    description: parameter.description ?? schema.description ?? null,
    example: typeof schema.example === "string" || typeof schema.example === "number" ? `${schema.example}` : null,
    options: (schema.enum ?? []).map(String),
    idsOf: name === "connectionId" || (name === "id" && path.startsWith("/api/connections/")) ? "connections" : name === "mcpId" || (name === "id" && path.startsWith("/api/mcps/")) ? "connectors" : null,
  };
}

function readBody({ requestBody }: Operation, schemas: Schemas): Endpoint["body"] {
  const [contentType, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (contentType === undefined || media === undefined) return null;
  // What goes to a vendor is for its own documentation to say.
  if (contentType !== "application/json") return { contentType: "application/json", rows: [], example: "{}" };
  return { contentType, rows: rowsOf(media.schema), example: json(exampleOf(media.schema, schemas)) };
}

function readAnswer(response: Operation["responses"][string] | undefined, schemas: Schemas): Endpoint["answer"] {
  const [contentType, media] = Object.entries(response?.content ?? {})[0] ?? [];
  const isJson = contentType === "application/json" && media !== undefined;
  return {
    description: response?.description ?? "",
    rows: isJson ? rowsOf(resolved(media.schema, schemas)) : [],
    example: isJson ? json(exampleOf(media.schema, schemas)) : null,
    isPage: contentType === "text/html",
  };
}

function resolved(schema: SchemaNode, schemas: Schemas): SchemaNode {
  const named = refName(schema);
  return (named === null ? undefined : schemas[named]) ?? schema;
}

function exampleCurl({ method, path, origin }: Address, { parameters, body, access }: Pick<Endpoint, "parameters" | "body" | "access">): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => parameters.find((parameter) => parameter.place === "path" && parameter.name === name)?.example ?? whole);
  const query = new URLSearchParams(parameters.flatMap(({ name, place, example }) => (place === "query" && example !== null ? [[name, example]] : [])));
  const address = `${origin}${filled}${query.size > 0 ? `?${query}` : ""}`;
  return curl(address, method, body ? [["Content-Type", body.contentType]] : [], body?.example ?? null, access !== "open");
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
