import type { Name } from "./read-names.schema";

/** Dependencies of a pyproject.toml, in lists as PEP 621 and PEP 735 write them and in tables as Poetry does, and of a Pipfile. */
export function readPyprojectNames(text: string): Name[] {
  const names: string[] = [];
  let isTable = false;
  let isGroups = false;
  let isList = false;
  for (const line of text.split("\n").map((written) => written.trim())) {
    const section = /^\[+([^\]]+)\]+$/.exec(line)?.[1];
    if (section !== undefined && !isList) {
      isTable = /^tool\.poetry(\.group\.[\w-]+)?\.(dev-)?dependencies$|^(dev-)?packages$/.test(section);
      isGroups = /^(dependency-groups|project\.optional-dependencies)$/.test(section);
      continue;
    }
    const list = isGroups ? /^[\w-]+\s*=\s*\[(.*)/.exec(line)?.[1] : /^(?:dev-)?dependencies\s*=\s*\[(.*)/.exec(line)?.[1];
    if (list !== undefined) isList = true;
    if (isList) names.push(...quotedNames(list ?? line));
    else if (isTable) names.push(/^["']?([A-Za-z0-9][\w.-]*)["']?\s*=/.exec(line)?.[1] ?? "");
    if (isList && endsList(list ?? line)) isList = false;
  }
  return names.filter((name) => name !== "" && name !== "python").map((name) => ({ kind: "pypi", name }));
}

/** The bracket that ends a list stands outside of its texts: `"uvicorn[standard]"` does not. */
function endsList(line: string): boolean {
  return line.replace(/(["']).*?\1/g, "").replace(/#.*/, "").includes("]");
}

function quotedNames(line: string): string[] {
  return Array.from(line.matchAll(/#.*|(["'])([A-Za-z0-9][A-Za-z0-9._-]*).*?\1/g), ([, , name = ""]) => name);
}
