import { build } from "esbuild";

/** Bundles the custom server into dist/server.mjs; packages stay outside and are loaded from node_modules. */
await build({
  entryPoints: ["server/main.ts"],
  outfile: "dist/server.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
});
