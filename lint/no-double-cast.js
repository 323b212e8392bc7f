/** `value as unknown as Thing` claims what nothing has checked. */
export const noDoubleCast = {
  create(context) {
    return {
      TSAsExpression(node) {
        const inner = node.expression;
        const isWide = inner.type === "TSAsExpression" && ["TSUnknownKeyword", "TSAnyKeyword", "TSNeverKeyword"].includes(inner.typeAnnotation.type);
        if (isWide) context.report({ node, message: "A cast through unknown hides a wrong type: parse the value with a schema, or narrow it with a check." });
      },
    };
  },
};
