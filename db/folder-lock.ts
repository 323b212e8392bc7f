import { createHash, randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { AppError, hasErrorCode } from "@/server/lib/errors";
import { isRunning, ownIdentity } from "./process-identity";

/**
 * Takes the exclusive lock of an embedded database folder: a file beside it that names its owner.
 * PGlite itself takes none, and two processes on one folder lose each other's rows.
 * A lock whose owner is gone (killed, or its pid reused by another program) is taken over.
 * @returns a function that gives the lock back
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = `${folder}.lock`;
  // The random part makes an owner unique for all time, so nobody can mistake a later lock for an earlier one.
  const mine = `${await ownIdentity()} ${randomBytes(8).toString("hex")}`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const owners = await readOwners(file);
    const last = owners.at(-1);
    if (last !== undefined && (await isRunning(last))) {
      throw new AppError(
        "CONFLICT",
        `DATA_DIR is in use: process ${last.split(" ")[0]} has ${folder} open. Stop it, or give this one another DATA_DIR (or a DATABASE_URL, which any number of processes can share).`,
      );
    }
    if (last === undefined ? await createWith(file, mine) : await takeOver(file, owners, mine)) return () => giveBack(file, mine);
  }
  throw new AppError("CONFLICT", `DATA_DIR is in use: ${file} is being taken by another process.`);
}

/**
 * Whoever follows a dead owner claims so in a file named after that owner, which only one process can make; one that
 * dies meanwhile is followed the same way. So a lock never disappears between two owners, and has one heir at a time.
 */
async function readOwners(file: string): Promise<string[]> {
  const owners: string[] = [];
  for (let next = file; ; ) {
    const owner = await readIfThere(next);
    if (owner === undefined) return owners;
    owners.push(owner);
    next = claimAfter(file, owner);
  }
}

async function takeOver(file: string, owners: string[], mine: string): Promise<boolean> {
  const claims = owners.map((owner) => claimAfter(file, owner));
  const claim = claims.at(-1) ?? file;
  if (!(await createWith(claim, mine))) return false;
  // Read again: the takeover may have been finished, and its claims cleared away, since the owners were read.
  if ((await readIfThere(file)) !== owners[0]) {
    await rm(claim, { force: true });
    return false;
  }
  const draft = await writeDraft(file, mine);
  await rename(draft, file);
  for (const done of claims) await rm(done, { force: true });
  return true;
}

async function giveBack(file: string, mine: string): Promise<void> {
  if ((await readIfThere(file)) === mine) await rm(file, { force: true });
}

function claimAfter(file: string, owner: string): string {
  return `${file}.after-${createHash("sha256").update(owner).digest("hex").slice(0, 24)}`;
}

/** Makes the file with its content in one step (a link), so that nobody can read it half written. */
async function createWith(file: string, content: string): Promise<boolean> {
  const draft = await writeDraft(file, content);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(file: string, content: string): Promise<string> {
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  await writeFile(draft, content, { mode: 0o600, flag: "wx" });
  return draft;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return undefined;
    throw error;
  }
}
