import { z } from "@hono/zod-openapi";

/** One value of a form as JSON carries it; which names there are, and their form, the connector says. */
const valueDocument = {
  description: "A value under its key in the connector's `inputs` and `fields`.",
  oneOf: [{ type: "string" as const }, { type: "number" as const }, { type: "boolean" as const }, { type: "object" as const, description: "A key file, such as service_account_json." }],
};

/** Values of a connector's form, beside whatever names the route itself knows. */
export function postedValues<T extends z.ZodRawShape>(names: T, example: Record<string, string>) {
  return z.looseObject(names).openapi({ additionalProperties: valueDocument, example });
}
