import { boolean, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** A random data key, wrapped by the key derived from the vault secret. The highest active version seals. */
export const vaultKey = pgTable("vault_key", {
  version: integer("version").primaryKey(),
  wrapped: text("wrapped").notNull(),
  isActive: boolean("is_active").notNull().default(true),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});
