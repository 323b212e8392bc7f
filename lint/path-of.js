import path from "node:path";

/** The path of the linted file from the top of the project, with forward slashes. */
export function pathOf(context) {
  return path.relative(context.cwd, context.filename).split(path.sep).join("/");
}

/** Where an import of that file leads inside the project; undefined when it leads to a package. */
export function resolveImport(file, specifier) {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(file), specifier);
  return undefined;
}

/** `place` is a folder, or a file with its extension. */
export function isIn(file, place) {
  return file === place || file.startsWith(`${place}/`);
}

/** Tests, what only tests use, and journeys. `file` may lack its extension, as an import does. */
export function isTest(file) {
  const name = path.posix.basename(file).replace(/\.tsx?$/, "");
  return isIn(file, "e2e") || name.endsWith(".test") || /^(testing|start-test)(-|$)/.test(name) || file.includes("/testing/") || file.includes("/samples/");
}
