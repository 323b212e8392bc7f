import type { Dirent } from "node:fs";
import { open, readdir } from "node:fs/promises";
import path from "node:path";
import { type Detected, detect } from "@/server/catalog/detect/detect.schema";
import { isReadable, type ProjectFile } from "@/server/catalog/detect/read-names.schema";
import { findConnector } from "@/server/catalog/registry";

export type DetectedInFolder = {
  /** Connectors of this catalog, the surest first. */
  found: Detected[];
  /** Paths of the files that were read, from the folder. */
  files: string[];
  /** A bound was reached: there is more than was read. */
  isCut: boolean;
};

const bounds = { depth: 5, entries: 20_000, files: 400, bytesPerFile: 512 * 1_024 };

/** What others wrote, what was built, and what only shows or tests: it does not say what the project uses. */
const skipped = /^(node_modules|bower_components|vendor|dist|build|out|target|coverage|venv|site-packages|__pycache__|examples?|samples?|fixtures?|__fixtures__|testdata|tests?|__tests__|spec|e2e|demos?|templates?|docs?)$/i;

/** Reads a project's own files and names what it uses. Throws when the folder cannot be read. Follows no links. */
export async function detectInFolder(folder: string): Promise<DetectedInFolder> {
  const state = { entries: 0, isCut: false };
  const paths: string[] = [];
  await collect(folder, "", paths, state);
  const files: ProjectFile[] = [];
  for (const name of paths.toSorted()) {
    const text = await readStart(path.join(folder, name));
    if (text !== null) files.push({ name, text });
  }
  const found = detect(files).filter(({ id }) => findConnector(id) !== undefined);
  return { found, files: files.map(({ name }) => name), isCut: state.isCut };
}

async function collect(folder: string, below: string, paths: string[], state: { entries: number; isCut: boolean }): Promise<void> {
  const level = below === "" ? 0 : below.split("/").length;
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  for (const entry of entries.toSorted((one, other) => Number(one.isDirectory()) - Number(other.isDirectory()))) {
    state.entries += 1;
    if (state.entries > bounds.entries || paths.length >= bounds.files) {
      state.isCut = true;
      return;
    }
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile() && isReadable(entry.name)) paths.push(name);
    else if (isOwn(entry) && level + 1 < bounds.depth) await collect(folder, name, paths, state).catch(() => undefined);
  }
}

/** Hidden folders are tools' own, except where MCP servers are configured. */
function isOwn(entry: Dirent): boolean {
  return entry.isDirectory() && !skipped.test(entry.name) && (!entry.name.startsWith(".") || /^\.(vscode|cursor|claude|devcontainer)$/.test(entry.name));
}

/** The first half megabyte as text; null when it cannot be read. */
async function readStart(file: string): Promise<string | null> {
  try {
    const handle = await open(file, "r");
    try {
      const buffer = Buffer.alloc(Math.min((await handle.stat()).size, bounds.bytesPerFile));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
