/** A union of strings says the same, and needs no import to be read or written. */
export const noEnum = {
  create(context) {
    return {
      TSEnumDeclaration(node) {
        context.report({ node, message: `Write a union of strings instead: type ${node.id.name} = "one" | "other".` });
      },
    };
  },
};
