import type { Json, JsonSchema, Operation, OperationInput } from "@/server/catalog/operation";

export type ObjectSchema = { type: "object"; properties: Record<string, JsonSchema>; required: string[]; additionalProperties: false };

const cursor: JsonSchema = { type: "string", description: "The nextCursor of the page before, for the page after it.", minLength: 1, maxLength: 4_000 };

/** The whole input of an operation as one JSON Schema (2020-12). It checks calls, documents them, and is the MCP tool's. */
export function inputSchema(operation: Operation): ObjectSchema {
  const entries = Object.entries(operation.inputs);
  return {
    type: "object",
    properties: { ...Object.fromEntries(entries.map(([name, input]) => [name, schemaOf(input)])), ...(operation.paging ? { cursor } : {}) },
    required: entries.flatMap(([name, input]) => (input.isRequired && input.setting === undefined ? [name] : [])),
    additionalProperties: false,
  };
}

/** A call to begin with, from the schema's own examples. */
export function exampleInput(operation: Operation): Record<string, Json> {
  const examples = Object.entries(operation.inputs).map(([name, input]): [string, Json | undefined] => [name, exampleOf(input) ?? input.default]);
  return Object.fromEntries(examples.flatMap(([name, value]): [string, Json][] => (value === undefined ? [] : [[name, value]])));
}

function schemaOf({ in: _in, as: _as, isRequired: _isRequired, setting, list: _list, ...schema }: OperationInput): JsonSchema {
  if (setting === undefined) return schema;
  return { ...schema, description: `${schema.description ?? ""} Left out, the connection's own setting is used.`.trim() };
}

function exampleOf(schema: JsonSchema): Json | undefined {
  const own = schema.examples?.[0];
  if (own !== undefined) return own;
  if (schema.items) {
    const item = exampleOf(schema.items);
    return item === undefined ? undefined : [item];
  }
  const parts = Object.entries(schema.properties ?? {}).flatMap(([name, part]): [string, Json][] => {
    const value = exampleOf(part);
    return value === undefined ? [] : [[name, value]];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}
