import type { AuthOption, Connector, Field } from "@/server/catalog/connector";
import { testConnector } from "@/server/oauth/testing-vendor";

export const testField = (key: string, changes: Partial<Field> = {}): Field => ({ key, label: key, secret: true, required: true, example: "x", ...changes });

/** A definition of one way to connect, whose API answers at `/me` with `id` and `name`. */
export function connectorWith(slug: string, option: AuthOption, changes: Partial<Connector> = {}): Connector {
  return {
    ...testConnector(slug, ""),
    auth: [option],
    verify: { method: "GET", path: "/me", account: { id: ["id"], label: ["name"] } },
    ...changes,
  };
}
