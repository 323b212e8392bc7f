import { readEnvNames } from "./read-env-names.schema";
import { isRecord, keysOf, parseJson } from "./read-json.schema";
import { readMcpNames } from "./read-mcp-names.schema";
import { readPyprojectNames } from "./read-pyproject-names.schema";

export type NameKind = "npm" | "pypi" | "go" | "gem" | "composer" | "variables" | "schemes" | "images" | "hosts" | "servers";

/** Something that a file names. `within` is the variable, or the MCP server, that it stands in. */
export type Name = { kind: NameKind; name: string; within?: string };

/** A file of a project. `name` may be a path, and be empty for pasted text: then the text tells what it is. */
export type ProjectFile = { name: string; text: string };

/** Which files are read, by the last part of their path. The first that fits counts. */
const readers: readonly { fits: RegExp; read: (text: string) => Name[] }[] = [
  { fits: /^package\.json$/, read: readPackageJson },
  { fits: /^composer\.json$/, read: (text) => namesOf("composer", text, ["require", "require-dev"]) },
  { fits: /^(\.?mcp|claude_desktop_config|mcp_settings|cline_mcp_settings)\.json$/, read: readMcpNames },
  { fits: /^requirements([-_.\w]*)\.(txt|in)$/, read: readRequirements },
  { fits: /^(pyproject\.toml|Pipfile)$/, read: readPyprojectNames },
  { fits: /^go\.mod$/, read: readGoMod },
  { fits: /^Gemfile$/, read: (text) => each(text, /^\s*gem\s+["']([\w.-]+)["']/gm, "gem") },
  { fits: /^(docker-)?compose([-_.\w]*)\.ya?ml$/, read: readCompose },
  { fits: /^(\.?env([-_.][-_.\w]*)?|[-_\w]+\.env([-_.]\w+)?)$/, read: readEnvNames },
];

/** Whether a file of this name says what a project uses. */
export function isReadable(fileName: string): boolean {
  return readers.some(({ fits }) => fits.test(baseName(fileName)));
}

/** The names in a file, and never a value: of an address in a variable only its scheme and host are looked at. */
export function readNames({ name, text }: ProjectFile): Name[] {
  const wanted = name === "" ? guessName(text) : baseName(name);
  return readers.find(({ fits }) => fits.test(wanted))?.read(text) ?? [];
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

function guessName(text: string): string {
  const json = parseJson(text);
  if (isRecord(json)) {
    if (["mcpServers", "servers", "mcp"].some((key) => key in json)) return "mcp.json";
    return "require" in json ? "composer.json" : "package.json";
  }
  if (/^\s*(services:|image:\s)/m.test(text)) return "compose.yaml";
  if (/^module\s+\S+|^require\s*\(/m.test(text)) return "go.mod";
  if (/^\s*gem\s+["']/m.test(text)) return "Gemfile";
  if (/^\s*\[(project|tool\.|packages|build-system)/m.test(text)) return "pyproject.toml";
  return /^\s*(export\s+)?[A-Za-z_]\w*\s*=(?!=)/m.test(text) ? ".env" : "requirements.txt";
}

function readPackageJson(text: string): Name[] {
  return namesOf("npm", text, ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"]);
}

function namesOf(kind: NameKind, text: string, keys: readonly string[]): Name[] {
  const json = parseJson(text);
  if (!isRecord(json)) return [];
  return keys.flatMap((key) => keysOf(json[key])).map((name) => ({ kind, name }));
}

function readRequirements(text: string): Name[] {
  return each(text, /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(?:[=<>~!;@#]|$)/gm, "pypi");
}

/** What a module requires itself: `// indirect` is what its modules need. */
function readGoMod(text: string): Name[] {
  const direct = text.split("\n").filter((line) => !line.includes("// indirect"));
  return each(direct.join("\n"), /^\s*(?:require\s+)?([\w.-]+\.[a-z]+\/[^\s"]+)\s+v\d/gm, "go");
}

function readCompose(text: string): Name[] {
  const lines = text.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  const images = each(lines.join("\n"), /^\s*(?:-\s*)?image:\s*["']?([^\s"'#:@$]+)/gm, "images");
  // `- NAME=value` and `NAME: value`, as an environment is written.
  const variables = lines.map((line) => line.replace(/^\s*(?:-\s*)?["']?([A-Z][A-Z0-9_]+)["']?\s*[:=]\s*/, "$1=")).filter((line) => /^[A-Z][A-Z0-9_]+=/.test(line));
  return [...images, ...readEnvNames(variables.join("\n"))];
}

function each(text: string, pattern: RegExp, kind: NameKind): Name[] {
  return Array.from(text.matchAll(pattern), ([, name = ""]) => ({ kind, name }));
}
