import { integer, jsonb, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
import { workspace } from "./workspaces";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A connector that a workspace defined for itself. No secret is in it. */
export const customConnector = pgTable(
  "custom_connector",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    /** `custom-…`: stays when the name changes, since connections and callback addresses hold it. */
    slug: text("slug").notNull(),
    /** As the form gives it; parsed by the schema of server/custom-connectors whenever it is read. */
    definition: jsonb("definition").$type<Record<string, unknown>>().notNull(),
    /** Grows with every change. A credential that was proven by an older version is not stored. */
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [unique("custom_connector_workspace_slug").on(table.workspaceId, table.slug)],
);
