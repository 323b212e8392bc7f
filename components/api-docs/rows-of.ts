import type { Row } from "./reference";
import { heldObject, type SchemaNode, typeWord } from "./schema-node";

const maxLevels = 3;

/** The fields of an object, those of the objects in it by their whole name: `account.id`, `errors[].message`. */
export function rowsOf(schema: SchemaNode, prefix = "", level = 1): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inside = property.items ?? property;
    const row: Row = {
      name: `${prefix}${name}`,
      type: wordsFor(property),
      isRequired: schema.required?.includes(name) ?? false,
      description: property.description ?? null,
      object: heldObject(property),
    };
    return level < maxLevels && inside.properties ? [row, ...rowsOf(inside, `${prefix}${name}${property.items ? "[]" : ""}.`, level + 1)] : [row];
  });
}

/** Short closed choices are their own type. */
function wordsFor(schema: SchemaNode): string {
  return schema.enum ? schema.enum.map((value) => JSON.stringify(value)).join(" | ") : typeWord(schema);
}
