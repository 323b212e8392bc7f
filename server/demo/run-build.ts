import { spawn } from "node:child_process";

/** Builds the app and shows that it is alive; the builder's own output is shown only when it fails. */
export async function runBuild(say: (line: string) => void): Promise<void> {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1_000);
  const child = spawn("npm", ["run", "build"], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ticking = setInterval(() => say(`  still building, ${seconds()} s`), 15_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  }).finally(() => clearInterval(ticking));
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  say(`  built in ${seconds()} s`);
}
