import { type DocumentObject, isObject } from "./read-document";

/**
 * Google's own form of such a document, as OpenAPI: https://developers.google.com/discovery/v1/reference/apis. Its
 * paths write names that hold slashes as RFC 6570 does, `{+name}`.
 */
export function openApiOf(discovery: DocumentObject): DocumentObject {
  const calls = methodsOf(discovery).flatMap((method) => [callOf(method, discovery, String(method["path"])), ...uploadOf(method, discovery)]);
  return {
    openapi: "3.0.0",
    info: { title: discovery["title"], version: `${String(discovery["version"])}, revision ${String(discovery["revision"])}` },
    servers: [{ url: String(discovery["rootUrl"]).replace(/\/$/, "") }],
    // Several calls may have one path, and differ in the form of the name in it.
    paths: Object.fromEntries(calls.map(({ path, method, call }, position) => [`${path}#${position}`, { [method]: call }])),
    components: { schemas: Object.fromEntries(entriesOf(discovery["schemas"]).map(([name, schema]) => [name, schemaOf(schema)])) },
  };
}

function methodsOf(resource: DocumentObject): DocumentObject[] {
  return [...entriesOf(resource["methods"]).map(([, method]) => method), ...entriesOf(resource["resources"]).flatMap(([, below]) => methodsOf(below))];
}

function callOf(method: DocumentObject, discovery: DocumentObject, path: string) {
  const parameters = [...entriesOf(discovery["parameters"]), ...entriesOf(method["parameters"])].map(([name, parameter]) => ({
    name,
    in: parameter["location"],
    required: parameter["required"] === true,
    schema: parameter["repeated"] === true ? { type: "array", items: schemaOf(parameter) } : schemaOf(parameter),
  }));
  const request = isObject(method["request"]) ? { requestBody: { content: { "application/json": { schema: schemaOf(method["request"]) } } } } : {};
  const below = typeof discovery["servicePath"] === "string" ? discovery["servicePath"] : "";
  return { path: `/${(below + path).replace(/^\//, "")}`, method: String(method["httpMethod"]).toLowerCase(), call: { parameters, ...request } };
}

/** An upload stands at a path of its own, from the host root, and takes the bytes themselves. */
function uploadOf(method: DocumentObject, discovery: DocumentObject) {
  const protocols = isObject(method["mediaUpload"]) ? method["mediaUpload"]["protocols"] : undefined;
  const simple = isObject(protocols) ? protocols["simple"] : undefined;
  if (!isObject(simple)) return [];
  const { call, ...rest } = callOf(method, discovery, "");
  const uploadType = { name: "uploadType", in: "query", schema: { type: "string", enum: ["media", "multipart", "resumable"] } };
  return [{ ...rest, path: String(simple["path"]), call: { ...call, parameters: [...call.parameters, uploadType], requestBody: { content: { "*/*": { schema: {} } } } } }];
}

/** Its schemas name each other bare, and write limits as text. */
function schemaOf(schema: unknown): DocumentObject {
  if (!isObject(schema)) return {};
  const { type, minimum, maximum, required: _required, ...rest } = schema;
  if (typeof rest["$ref"] === "string") return { $ref: `#/components/schemas/${rest["$ref"]}` };
  return {
    ...rest,
    ...(type === "any" ? {} : { type }),
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
    ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
    ...(isObject(rest["properties"]) ? { properties: Object.fromEntries(entriesOf(rest["properties"]).map(([name, part]) => [name, schemaOf(part)])) } : {}),
    ...(rest["items"] === undefined ? {} : { items: schemaOf(rest["items"]) }),
    ...(isObject(rest["additionalProperties"]) ? { additionalProperties: schemaOf(rest["additionalProperties"]) } : {}),
  };
}

function entriesOf(value: unknown): [string, DocumentObject][] {
  return isObject(value) ? Object.entries(value).flatMap(([name, item]): [string, DocumentObject][] => (isObject(item) ? [[name, item]] : [])) : [];
}
