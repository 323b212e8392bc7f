import { z } from "zod";

/** A JSON Schema as far as the page reads it. */
export const schemaNode = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  example: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  get items() {
    return schemaNode.optional();
  },
  get properties() {
    return z.record(z.string(), schemaNode).optional();
  },
  get anyOf() {
    return z.array(schemaNode).optional();
  },
  get oneOf() {
    return z.array(schemaNode).optional();
  },
  get allOf() {
    return z.array(schemaNode).optional();
  },
});
export type SchemaNode = z.infer<typeof schemaNode>;
export type Schemas = Record<string, SchemaNode>;

/** The name of the object that a schema points to. */
export function refName({ $ref }: SchemaNode): string | null {
  return $ref?.split("/").at(-1) ?? null;
}

/** The kinds of value that a schema takes, as words: `string`, `list of Connection`, `string or null`. */
export function typeWord(schema: SchemaNode): string {
  const named = refName(schema);
  if (named !== null) return named;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return [...new Set(choices.map(typeWord))].join(" or ");
  const types = [schema.type ?? "object"].flat();
  return types.map((type) => (type === "array" ? `list of ${schema.items ? typeWord(schema.items) : "anything"}` : type)).join(" or ");
}

/** The object that a field holds, alone or in a list. */
export function heldObject(schema: SchemaNode): string | null {
  const named = refName(schema);
  if (named !== null) return named;
  for (const inner of [...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [])]) {
    const found = heldObject(inner);
    if (found !== null) return found;
  }
  return null;
}
