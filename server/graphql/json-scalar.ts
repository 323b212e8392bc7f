import { GraphQLScalarType, valueFromASTUntyped } from "graphql";

/** Values whose names the connector decides, such as its settings. */
export const jsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value.",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
