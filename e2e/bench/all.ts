import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";

/** Runs every benchmark of the proxy, one after the other; `--postgres` on a real PostgreSQL. */
const benches = ["proxy", "bodies", "idle", "isolation"];
const quiet = 1.5;

const [load = 0] = loadavg();
if (load > quiet) console.log(`This machine is busy (load ${load.toFixed(1)}): ratios will hold better than figures.\n`);
for (const name of benches) {
  console.log(`--- ${name}`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", `e2e/bench/${name}.ts`, ...process.argv.slice(2)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
