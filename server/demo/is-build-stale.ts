import { readdir, stat } from "node:fs/promises";
import path from "node:path";

const sources = ["app", "components", "db", "server", "next.config.ts", "package-lock.json", "postcss.config.mjs", "tsconfig.json"];
const results = [".next/BUILD_ID", "dist/server.mjs"];

/** Whether the built app is missing, or older than what it is built from. Tests are not part of it. */
export async function isBuildStale(root: string): Promise<boolean> {
  const built = await Promise.all(results.map((file) => changedAt(path.join(root, file))));
  const oldest = Math.min(...built);
  if (oldest === 0) return true;
  const changes = await Promise.all(sources.map((source) => newestIn(path.join(root, source))));
  return Math.max(...changes) > oldest;
}

/** 0 when there is no such file. */
async function changedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}

async function newestIn(place: string): Promise<number> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return changedAt(place);
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name));
  return Math.max(0, ...(await Promise.all(files.map(changedAt))));
}
