import { type Name, type NameKind, type ProjectFile, readNames } from "./read-names.schema";
import { type Traces, traces } from "./traces.schema";

/** Why a connector was found: a name out of a file, never a value. */
export type Reason = {
  kind: "package" | "variable" | "address" | "image" | "mcp_server";
  /** The package, the image, the variable, or the MCP server's name. */
  name: string;
  /** The path of the file, empty for pasted text. */
  file: string;
};

export type Detected = { id: string; because: Reason[] };

type Pattern = { id: string; test: RegExp; /** How closely it knows the name. */ length: number };

const kinds: readonly NameKind[] = ["npm", "pypi", "go", "gem", "composer", "variables", "schemes", "images", "hosts", "servers"];
const patterns = new Map(kinds.map((kind) => [kind, Object.entries(traces).flatMap(([id, known]) => patternsOf(id, kind, known))]));

/**
 * Which connectors a project uses, by the names in its files: packages, variables, images and MCP servers. Those with
 * the most reasons come first. Values are looked at for the scheme and host of an address, and the kind of a database, only, and none is returned.
 */
export function detect(files: readonly ProjectFile[]): Detected[] {
  const found = new Map<string, Map<string, Reason>>();
  for (const file of files) {
    for (const name of readNames(file)) {
      const reason = reasonOf(name, file.name);
      for (const id of connectorsOf(name)) {
        const reasons = found.get(id) ?? new Map<string, Reason>();
        const key = `${reason.kind === "address" ? "variable" : reason.kind} ${reason.name}`;
        found.set(id, reasons.set(key, reasons.get(key) ?? reason));
      }
    }
  }
  return Array.from(found, ([id, reasons]) => ({ id, because: [...reasons.values()] })).toSorted((one, other) => other.because.length - one.because.length || (one.id < other.id ? -1 : 1));
}

/** The connectors that know a name most closely. */
function connectorsOf({ kind, name }: Name): string[] {
  const written = normalised(kind, name);
  const fitting = (patterns.get(kind) ?? []).filter(({ test }) => test.test(written));
  const closest = Math.max(0, ...fitting.map(({ length }) => length));
  return [...new Set(fitting.filter(({ length }) => length === closest).map(({ id }) => id))];
}

function patternsOf(id: string, kind: NameKind, known: Traces): Pattern[] {
  const own = kind === "servers" ? [id] : [];
  return [...own, ...(known[kind] ?? "").split(" ").filter(Boolean)].map((pattern) => ({
    id,
    test: new RegExp(`^${normalised(kind, pattern).replace(/[.+?^$()|[\]{}\\]/g, "\\$&").replaceAll("*", ".*")}$`),
    length: pattern.length,
  }));
}

/** As the registries compare names: PyPI takes `-`, `_` and `.` for the same, Go's major versions are one module. */
function normalised(kind: NameKind, name: string): string {
  if (kind === "pypi") return name.toLowerCase().replace(/[-_.]+/g, "-");
  if (kind === "go") return name.replace(/\/v\d+$/, "");
  if (kind === "images") return name.replace(/^(docker\.io|ghcr\.io|quay\.io|public\.ecr\.aws|docker\.elastic\.co)\//, "").replace(/^(library|docker\/library)\//, "");
  return kind === "variables" ? name : name.toLowerCase();
}

function reasonOf({ kind, name, within }: Name, file: string): Reason {
  switch (kind) {
    case "variables":
      return { kind: "variable", name: within ?? name, file };
    case "schemes":
    case "hosts":
      return { kind: "address", name: within ?? name, file };
    case "servers":
      return { kind: "mcp_server", name: within ?? name, file };
    case "images":
      return { kind: "image", name, file };
    case "npm":
    case "pypi":
    case "go":
    case "gem":
    case "composer":
      return { kind: within === undefined ? "package" : "mcp_server", name: within ?? name, file };
  }
}
