import { areas } from "./boundaries.js";
import { importVisitor } from "./import-visitor.js";
import { isIn, isTest, pathOf, resolveImport } from "./path-of.js";

/** Imports point downward: the table is `areas` in boundaries.js. */
export const importDirection = {
  create(context) {
    const file = pathOf(context);
    if (isTest(file)) return {};
    const from = areaOf(file);
    if (!from) return isIn(file, "server") ? { Program: (node) => context.report({ node, message: noLayer(file) }) } : {};
    return importVisitor(({ node, specifier, isType }) => {
      const target = resolveImport(file, specifier);
      const message = target === undefined ? undefined : refusal(from, target, isType);
      if (message !== undefined) context.report({ node, message });
    });
  },
};

function areaOf(file) {
  return areas
    .filter((area) => isIn(file, area.folder) && !(area.topOnly && file.slice(area.folder.length + 1).includes("/")))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
}

/** What to say about this import; undefined when it is fine. */
function refusal(from, target, isType) {
  if (isTest(target)) return `${target} is for tests: the product does not import it.`;
  const to = areaOf(target);
  if (to === from) return undefined;
  if (from.folder === "components" && isIn(target, "server") && (isType || isSchema(target))) return undefined;
  if (!to) return isIn(target, "server") ? noLayer(target) : undefined;
  const isOpen = from.only ? from.only.some((place) => isIn(target, place)) : !from.never?.some((place) => isIn(target, place));
  return isOpen && to.layer < from.layer ? undefined : `${from.folder} may not import ${to.folder}. ${from.instead}`;
}

/** Schemas run in the browser as they do on the server. */
function isSchema(target) {
  return /(^|[./])schema$/.test(target);
}

function noLayer(file) {
  return `${file.split("/").slice(0, 2).join("/")} is in no layer yet: give it a line in lint/boundaries.js.`;
}
