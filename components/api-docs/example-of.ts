import { refName, type SchemaNode, type Schemas } from "./schema-node";

const maxDepth = 8;

/** A value that fits a schema: the example that it gives, or one made from its parts. */
export function exampleOf(schema: SchemaNode, schemas: Schemas, depth = 0): unknown {
  if (schema.example !== undefined) return schema.example;
  const named = refName(schema);
  if (named !== null) {
    const target = schemas[named];
    return target && depth < maxDepth ? exampleOf(target, schemas, depth + 1) : {};
  }
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return choices[0] ? exampleOf(choices[0], schemas, depth + 1) : null;
  const types = [schema.type ?? "object"].flat();
  if (types.includes("null")) return null;
  return madeUp(types[0] ?? "object", schema, schemas, depth);
}

function madeUp(type: string, schema: SchemaNode, schemas: Schemas, depth: number): unknown {
  switch (type) {
    case "string":
      return schema.format === "date-time" ? "2026-11-21T09:30:12.480Z" : schema.format === "uri" ? "https://…" : "…";
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return true;
    case "array":
      return schema.items && depth < maxDepth ? [exampleOf(schema.items, schemas, depth + 1)] : [];
    default:
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, property]) => [name, exampleOf(property, schemas, depth + 1)]));
  }
}
