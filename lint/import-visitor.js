/**
 * A visitor that hears of every way a module names another: import, re-export, `import()` and `import("…").Type`.
 * `onImport` gets `{ node, specifier, isType, names }`; `names` are the values taken by name.
 */
export function importVisitor(onImport) {
  const tell = (source, isType, names = []) => {
    if (typeof source?.value === "string") onImport({ node: source, specifier: source.value, isType, names });
  };
  return {
    ImportDeclaration(node) {
      const values = node.specifiers.filter((each) => each.importKind !== "type");
      const isType = node.importKind === "type" || (node.specifiers.length > 0 && values.length === 0);
      tell(node.source, isType, values.filter((each) => each.type === "ImportSpecifier").map((each) => nameOf(each.imported)));
    },
    ExportNamedDeclaration(node) {
      tell(node.source, node.exportKind === "type", node.specifiers.map((each) => nameOf(each.local)));
    },
    ExportAllDeclaration(node) {
      tell(node.source, node.exportKind === "type");
    },
    ImportExpression(node) {
      tell(node.source, false);
    },
    TSImportType(node) {
      tell(node.source, true);
    },
  };
}

/** Of an identifier, or of the string in `import { "a b" as c }`. */
function nameOf(node) {
  return node.name ?? node.value;
}
