import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

const script = `
  const { workerData } = require("node:worker_threads");
  import("@electric-sql/pglite").then(async ({ PGlite }) => (await PGlite.create(workerData)).close());
`;

/**
 * Makes the files of a new embedded database, in a thread that ends with its memory: setting one up takes some
 * 400 MB that the process would otherwise keep.
 */
export async function initialiseEmbedded(folder: string): Promise<void> {
  if (existsSync(path.join(folder, "PG_VERSION"))) return;
  await new Promise<void>((resolve, reject) => {
    // Without the flags of this process: `--input-type=module` would make the script one without `require`.
    const worker = new Worker(script, { eval: true, execArgv: [], workerData: folder });
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`The embedded database could not be set up in ${folder}.`))));
  });
}
