/** An OpenAPI 3 or Swagger 2 document, as far as it says what a call has to look like. Nothing in it is trusted. */
export type DocumentObject = { [key: string]: unknown };
export type DocumentParameter = { name: string; in: string; isRequired: boolean; isCommaList: boolean; schema: unknown };
export type DocumentCall = {
  method: string;
  /** Of the server that it stands on, where the document names one; it may have `{variables}`. */
  host?: string;
  /** From the host root. */
  path: string;
  parameters: () => DocumentParameter[];
  body: () => { isRequired: boolean; schemas: Record<string, unknown> } | null;
};

const methods = ["get", "post", "put", "patch", "delete"];

export function isObject(value: unknown): value is DocumentObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a `$ref` points to, however often; anything else as it is. */
export function follow(document: DocumentObject, value: unknown, depth = 0): unknown {
  if (!isObject(value) || typeof value["$ref"] !== "string" || depth > 20) return value;
  const parts = value["$ref"].replace(/^#\//, "").split("/").map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  const found = parts.reduce<unknown>((at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : Array.isArray(at) ? at[Number(part)] : undefined), document);
  return follow(document, found, depth + 1);
}

/** Every call of the document, on each of its servers; `server` stands in for the servers that it names. */
export function callsOf(document: DocumentObject, server?: string): DocumentCall[] {
  const paths = isObject(document["paths"]) ? document["paths"] : {};
  return Object.entries(paths).flatMap(([path, unread]) => {
    const item = follow(document, unread);
    if (!isObject(item)) return [];
    return methods.flatMap((method) => {
      const call = item[method];
      if (!isObject(call)) return [];
      const servers = server === undefined ? serversOf(document, item, call) : [splitServer(server)];
      return servers.map(({ host, prefix }) => ({
        method: method.toUpperCase(),
        ...(host === undefined ? {} : { host }),
        path: prefix + (path.split("#")[0] ?? path),
        parameters: () => parametersOf(document, item, call),
        body: () => bodyOf(document, item, call),
      }));
    });
  });
}

function serversOf(document: DocumentObject, item: DocumentObject, call: DocumentObject): { host?: string; prefix: string }[] {
  if (typeof document["swagger"] === "string") {
    const host = typeof document["host"] === "string" ? document["host"] : undefined;
    return [{ ...(host === undefined ? {} : { host }), prefix: textOf(document["basePath"]).replace(/\/$/, "") }];
  }
  const named = [call["servers"], item["servers"], document["servers"]].find((servers) => Array.isArray(servers) && servers.length > 0);
  if (!Array.isArray(named)) return [{ prefix: "" }];
  return named.flatMap((one: unknown) => {
    if (!isObject(one)) return [];
    const variables = isObject(one["variables"]) ? one["variables"] : {};
    // Only a path's variables are filled: a host's are what the connection fills.
    const { host, prefix } = splitServer(textOf(one["url"]));
    const filled = prefix.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => (isObject(variables[name]) ? textOf(variables[name]["default"]) : whole));
    return [{ ...(host === undefined ? {} : { host }), prefix: filled.replace(/\/$/, "") }];
  });
}

function splitServer(url: string): { host?: string; prefix: string } {
  const [, host, prefix = ""] = /^(?:(?:https?:|\{\w+\}:)?\/\/([^/]+))?(.*)$/s.exec(url) ?? [];
  return { ...(host === undefined ? {} : { host }), prefix: prefix.replace(/\/$/, "") };
}

/** Those of the call replace those of its path. */
function parametersOf(document: DocumentObject, item: DocumentObject, call: DocumentObject): DocumentParameter[] {
  const read = declaredIn(document, item, call).flatMap((parameter): DocumentParameter[] => {
    const { name, in: place, schema, content, collectionFormat, style, explode } = parameter;
    if (typeof name !== "string" || typeof place !== "string" || place === "body" || place === "formData") return [];
    const [only] = isObject(content) ? Object.values(content) : [];
    // Swagger 2 writes the schema's own words beside the name.
    const own = schema ?? (isObject(only) ? only["schema"] : undefined) ?? parameter;
    const isSwagger = typeof document["swagger"] === "string";
    const isCommaList = place === "query" && (isSwagger ? (collectionFormat ?? "csv") === "csv" : explode === false && (style ?? "form") === "form");
    return [{ name, in: place, isRequired: parameter["required"] === true || place === "path", isCommaList, schema: own }];
  });
  return [...new Map(read.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

function declaredIn(document: DocumentObject, item: DocumentObject, call: DocumentObject): DocumentObject[] {
  return [item["parameters"], call["parameters"]].flat().map((parameter) => follow(document, parameter)).filter(isObject);
}

function bodyOf(document: DocumentObject, item: DocumentObject, call: DocumentObject): { isRequired: boolean; schemas: Record<string, unknown> } | null {
  const body = follow(document, call["requestBody"]);
  if (isObject(body)) {
    const content = isObject(body["content"]) ? body["content"] : {};
    return { isRequired: body["required"] === true, schemas: Object.fromEntries(Object.entries(content).map(([type, media]) => [type.split(";")[0] ?? type, isObject(media) ? media["schema"] : {}])) };
  }
  const declared = declaredIn(document, item, call);
  const types = [call["consumes"] ?? document["consumes"] ?? []].flat().map(String);
  const whole = declared.find((parameter) => parameter["in"] === "body");
  if (whole) return { isRequired: whole["required"] === true, schemas: Object.fromEntries((types.length > 0 ? types : ["application/json"]).map((type) => [type, whole["schema"]])) };
  const parts = declared.filter((parameter) => parameter["in"] === "formData");
  if (parts.length === 0) return null;
  const schema = { type: "object", properties: Object.fromEntries(parts.map((part) => [textOf(part["name"]), part])), required: parts.filter((part) => part["required"] === true).map((part) => part["name"]) };
  return { isRequired: schema.required.length > 0, schemas: Object.fromEntries((types.length > 0 ? types : ["application/x-www-form-urlencoded"]).map((type) => [type, schema])) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
