import type { ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import type { Call } from "./example-call";
import { encodeForm } from "./encode-form";

type Snippet = { label: string; code: string };
type Target = { origin: string; connectionId: string; call: Call };

/** One call as curl, JavaScript and Python. The key stays in the reader's environment. */
export function callSnippets(target: Target): Snippet[] {
  const url = proxyUrl(target);
  const { method, body, host } = target.call;
  const headers: [string, string][] = [
    ...(host === undefined ? [] : [["x-patchbay-host", host] satisfies [string, string]]),
    ...(body === null ? [] : [["content-type", contentType(body)] satisfies [string, string]]),
  ];
  const sent = body === null ? null : body.type === "json" ? body.text : encodeForm(body.text);
  return [
    { label: "curl", code: curl(url, method, headers, sent) },
    { label: "JavaScript", code: javaScript(url, method, headers, sent) },
    { label: "Python", code: python(url, method, headers, sent) },
  ];
}

/** Where a call goes. */
function proxyUrl({ origin, connectionId, call }: Target): string {
  return `${origin}/api/proxy/${connectionId}${call.path.startsWith("/") ? "" : "/"}${call.path}`;
}

/** What to tell an agent, or whoever writes a client, so that it can use the connection. */
export function agentNote({ origin, connection, connector, call }: { origin: string; connection: ConnectionView; connector: ConnectorView; call: Call }): string {
  return [
    `You can call the ${connector.name} API${connection.account.label === null ? "" : ` as ${connection.account.label}`} through Patchbay.`,
    `Base URL: ${origin}/api/proxy/${connection.id}`,
    "Append the vendor's path from its host root, with its query.",
    "Send the header: Authorization: Bearer <the value of PATCHBAY_API_KEY>",
    `Do not send a ${connector.name} credential: Patchbay adds it.`,
    `Example: ${call.method} ${proxyUrl({ origin, connectionId: connection.id, call })}`,
    "An answer with the header x-patchbay-error comes from Patchbay itself; its message says what to do.",
    `The API is described at ${connector.docsUrl}`,
  ].join("\n");
}

function contentType({ type }: NonNullable<Call["body"]>): string {
  return type === "json" ? "application/json" : "application/x-www-form-urlencoded";
}

/** A request as a curl command, with the key from the reader's environment unless none is needed. */
export function curl(url: string, method: string, headers: [string, string][], body: string | null, hasKey = true): string {
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${url.replaceAll(/(["$`\\])/g, "\\$1")}"`,
    ...(hasKey ? [`-H "Authorization: Bearer $PATCHBAY_API_KEY"`] : []),
    ...headers.map(([name, value]) => `-H "${name}: ${value}"`),
    ...(body === null ? [] : [`-d '${body.replaceAll("'", `'\\''`)}'`]),
  ].join(" \\\n  ");
}

function javaScript(url: string, method: string, headers: [string, string][], body: string | null): string {
  const lines = [`Authorization: \`Bearer \${process.env.PATCHBAY_API_KEY}\`,`, ...headers.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`)];
  return [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    ...(method === "GET" ? [] : [`  method: "${method}",`]),
    "  headers: {",
    ...lines.map((line) => `    ${line}`),
    "  },",
    ...(body === null ? [] : [`  body: ${JSON.stringify(body)},`]),
    "});",
    "console.log(response.status, await response.text());",
  ].join("\n");
}

function python(url: string, method: string, headers: [string, string][], body: string | null): string {
  return [
    "import os",
    "import requests",
    "",
    `response = requests.request(`,
    `    "${method}",`,
    `    ${JSON.stringify(url)},`,
    "    headers={",
    `        "Authorization": f"Bearer {os.environ['PATCHBAY_API_KEY']}",`,
    ...headers.map(([name, value]) => `        ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
    "    },",
    ...(body === null ? [] : [`    data=${JSON.stringify(body)},`]),
    ")",
    "print(response.status_code, response.text)",
  ].join("\n");
}
