import { addressNames, readEnvNames } from "./read-env-names.schema";
import { isRecord, keysOf, parseJson } from "./read-json.schema";
import type { Name } from "./read-names.schema";

/** The servers of an MCP client's configuration: their names, hosts, packages and variables. */
export function readMcpNames(text: string): Name[] {
  const json = parseJson(text);
  if (!isRecord(json)) return [];
  const nested = isRecord(json["mcp"]) ? json["mcp"]["servers"] : undefined;
  return [json["mcpServers"], json["servers"], nested].flatMap((servers) => (isRecord(servers) ? Object.entries(servers) : [])).flatMap(([name, server]) => serverNames(name, server));
}

function serverNames(name: string, server: unknown): Name[] {
  const within = name.slice(0, 80);
  const names: Name[] = [{ kind: "servers", name: name.toLowerCase(), within }];
  if (!isRecord(server)) return names;
  const said: unknown[] = ["command", "url", "serverUrl", "httpUrl"].map((key) => server[key]);
  const given: unknown[] = Array.isArray(server["args"]) ? server["args"] : [];
  const texts = [...said, ...given].filter((text) => typeof text === "string");
  return [
    ...names,
    ...texts.flatMap((text) => [...addressNames(text, within), ...packageNames(text, within)]),
    ...readEnvNames(keysOf(server["env"]).map((key) => `${key}=`).join("\n")),
  ];
}

/** An argument may be a package to run, such as `@stripe/mcp@latest`; the table decides. */
function packageNames(text: string, within: string): Name[] {
  const name = /^(@?[a-z0-9][\w.-]*(?:\/[\w.-]+)?)(?:@[\w.^~-]+)?$/.exec(text)?.[1];
  return name === undefined ? [] : [{ kind: "npm", name, within }, { kind: "pypi", name, within }];
}
