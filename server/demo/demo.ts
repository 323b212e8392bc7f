import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { demoEnv } from "./demo-env";
import { findFreePort } from "./find-free-port";
import { isBuildStale } from "./is-build-stale";
import { runBuild } from "./run-build";
import { startEmulators } from "./start-emulators";

const say = (line: string) => console.log(line);

/** `npm run demo`: the whole product on this machine, offline, with emulated vendors and nothing to configure. */
async function main(): Promise<number> {
  const shell = process.env;
  const wantedPort = Number(shell["PORT"] ?? 3000);
  const dataDir = path.resolve(shell["DATA_DIR"] ?? ".data/demo");

  if (await isBuildStale(process.cwd())) {
    say("Building the app. This takes about a minute, and again only when its sources change.");
    await runBuild(say);
  }
  const port = await findFreePort(wantedPort);
  if (port !== wantedPort) say(`Port ${wantedPort} is in use, so the demo takes ${port}.`);
  const publicUrl = `http://localhost:${port}`;

  say("Starting emulated GitHub, Google, Slack, Microsoft, Linear, Stripe and Twilio.");
  const emulators = await startEmulators({ publicUrl });
  const endpointsFile = path.join(dataDir, "endpoints.json");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(endpointsFile, `${JSON.stringify(emulators.endpoints, null, 2)}\n`);

  say("Starting Patchbay.");
  const server = spawn(process.execPath, ["dist/server.mjs"], {
    stdio: "inherit",
    env: demoEnv(shell, { port, publicUrl, dataDir, endpointsFile }, emulators.env),
  });
  let isStopping = false;
  const stop = () => {
    isStopping = true;
    server.kill("SIGTERM");
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const code = await new Promise<number | null>((resolve) => {
    server.once("error", () => resolve(1));
    server.once("exit", resolve);
  });
  await emulators.stop();
  return isStopping ? 0 : (code ?? 1);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
