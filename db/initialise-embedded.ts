import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const script = `
  const { PGlite } = await import("@electric-sql/pglite");
  // Whoever waits for this keeps the other end open; when it is killed, this ends too.
  process.stdin.on("end", () => process.exit(1)).resume();
  await (await PGlite.create(process.argv[1])).close();
  process.exit(0);
`;

/**
 * Makes the files of a new embedded database, in a process that ends with its memory: setting one up takes some
 * 400 MB that this process would otherwise keep. They take their place when they are whole: killed half-way, the next
 * start begins again. The flags and `NODE_OPTIONS` of this process are not for that one.
 */
export async function initialiseEmbedded(folder: string): Promise<void> {
  if (existsSync(path.join(folder, "PG_VERSION"))) return;
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script, unfinished], { env: { NODE_ENV: "production" } });
    await rename(unfinished, folder);
  } catch (error) {
    throw new Error(`The embedded database could not be set up in ${folder}.`, { cause: error });
  }
}
