import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { connectors } from "@/server/catalog/registry";

/** What the catalog costs a process that starts: the first fourteen connectors against all, each loaded by a Node of its own; CPU time, which a busy machine does not change. */

const first = ["github", "gitlab", "google-workspace", "hubspot", "linear", "microsoft-365", "postgresql", "redis", "salesforce", "sendgrid", "shopify", "slack", "stripe", "twilio"];
const rounds = 15;

const folder = await mkdtemp(path.join(tmpdir(), "patchbay-cold-start-"));
const bundle = async (name: string, loads: string) => {
  const outfile = path.join(folder, `${name}.mjs`);
  // The connectors stay whole: what is imported for nothing would be dropped.
  const contents = `${loads}\nconst { user, system } = process.cpuUsage();\nconsole.log(user + system);`;
  await build({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", format: "esm", outfile, logLevel: "error", tsconfig: "tsconfig.json" });
  return outfile;
};
const files = {
  nothing: await bundle("nothing", "globalThis.loaded = [];"),
  fourteen: await bundle("fourteen", `${first.map((slug, place) => `import * as c${place} from "./server/catalog/connectors/${slug}";`).join("\n")}\nglobalThis.loaded = [${first.map((_, place) => `c${place}`).join()}];`),
  all: await bundle("all", 'import { connectors } from "./server/catalog/registry";\nglobalThis.loaded = connectors;'),
};
const tookMs: Record<keyof typeof files, number[]> = { nothing: [], fourteen: [], all: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const name of ["nothing", "fourteen", "all"] as const) {
    const { stdout } = await promisify(execFile)(process.execPath, [files[name]]);
    tookMs[name].push(Number(stdout) / 1_000);
  }
}
await rm(folder, { recursive: true, force: true });

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const [nothing, fourteen, all] = [median(tookMs.nothing), median(tookMs.fourteen), median(tookMs.all)];
console.log(`CPU time: Node alone ${nothing.toFixed(0)} ms, with ${first.length} connectors ${fourteen.toFixed(0)} ms, with all ${connectors.length} ${all.toFixed(0)} ms (medians of ${rounds})`);
console.log(`All of them cost ${(all - fourteen).toFixed(0)} ms more than ${first.length}, ${(all / fourteen).toFixed(2)} times as much (budget 300 ms)`);
