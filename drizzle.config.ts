import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./db/schema/identity.ts", "./db/schema/workspaces.ts", "./db/schema/vault.ts", "./db/schema/connections.ts", "./db/schema/custom-connectors.ts"],
  out: "./drizzle",
});
