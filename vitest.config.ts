import path from "node:path";
import { defineConfig } from "vitest/config";

/** They start the built server, so they need `npm run build` first: `vitest run --project server`. */
const serverTests = "e2e/contract/**/*.server.test.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": path.resolve("."),
      // It comes twice, for import and for require, and does not know its own types across the two: one copy, the one that Node gives its users.
      graphql: path.resolve("node_modules/graphql/index.js"),
    },
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["server/**/*.test.ts", "db/**/*.test.ts", "components/**/*.test.ts", "app/**/*.test.ts", "lint/**/*.test.ts", "e2e/**/*.test.ts"],
          exclude: [serverTests],
          globalSetup: ["db/testing-setup.ts"],
        },
      },
      { extends: true, test: { name: "server", include: [serverTests], globalSetup: ["e2e/contract/prepare-folder.ts"], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});
