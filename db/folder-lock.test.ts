import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFolder } from "./folder-lock";
import { ownIdentity } from "./process-identity";

let parent: string;
let folder: string;
let children: ChildProcess[] = [];
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "patchbay-lock-"));
  folder = path.join(parent, "db");
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  children = [];
  await rm(parent, { recursive: true, force: true });
});

const holder = fileURLToPath(new URL("./testing-lock-holder.ts", import.meta.url));

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** A process that takes and gives back the lock when told. `command` is what starts it, by default Node itself. */
async function startHolder(command = process.execPath, args = ["--import", "tsx", holder, folder]) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value);
  const pid = Number((await nextLine()).replace("ready ", ""));
  return {
    pid,
    child,
    tell: (line: "lock" | "unlock") => {
      child.stdin.write(`${line}\n`);
      return nextLine();
    },
  };
}

const lockFile = () => `${folder}.lock`;
const claimFile = (owner: string) => `${lockFile()}.after-${createHash("sha256").update(owner).digest("hex").slice(0, 24)}`;
const deadOwner = async (salt: string) => (await ownIdentity()).replace(/^\d+ \S+/, "4194303 1") + ` ${salt}`;

describe("one process", () => {
  test("takes it once, gives it back, takes it again", async () => {
    const unlock = await lockFolder(folder);
    expect((await stat(lockFile())).mode & 0o777).toBe(0o600);
    await expect(lockFolder(folder)).rejects.toThrow(`DATA_DIR is in use: process ${process.pid} has ${folder} open.`);
    await unlock();
    expect(await readdir(parent)).toEqual([]);
    await (await lockFolder(folder))();
  });

  test("giving back twice does not take the next owner's lock away", async () => {
    const unlock = await lockFolder(folder);
    await unlock();
    const unlockNext = await lockFolder(folder);
    await unlock();
    await expect(lockFolder(folder)).rejects.toThrow("DATA_DIR is in use");
    await unlockNext();
  });

  test("many attempts at once have one winner", async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
  });

  test.each([
    ["empty", ""],
    ["not ours", "something else\n"],
    ["a negative pid", "-1 1 - x"],
    ["pid 0", "0 1 - x"],
  ])("a lock file that names nobody (%s) is taken over", async (_, content) => {
    await writeFile(lockFile(), content);
    const unlock = await lockFolder(folder);
    expect(await readFile(lockFile(), "utf8")).toMatch(new RegExp(`^${process.pid} `));
    await unlock();
    expect(await readdir(parent)).toEqual([]);
  });

  test("a pid that another program has now, or that is from before a reboot, is not its owner", async () => {
    const identity = await ownIdentity();
    const [pid, ticks, boot] = identity.split(" ");
    for (const other of [`${pid} ${Number(ticks) - 1} ${boot} x`, `${pid} ${ticks} 00000000-0000-0000-0000-000000000000 x`]) {
      await writeFile(lockFile(), other);
      await (await lockFolder(folder))();
    }
    await writeFile(lockFile(), `${identity} x`);
    await expect(lockFolder(folder)).rejects.toThrow("DATA_DIR is in use");
  });

  test("heirs that died before they finished are followed", async () => {
    const owners = await Promise.all(["first", "second", "third"].map(deadOwner));
    const [first = "", second = "", third = ""] = owners;
    await writeFile(lockFile(), first);
    await writeFile(claimFile(first), second);
    await writeFile(claimFile(second), third);
    const unlock = await lockFolder(folder);
    expect(await readdir(parent)).toEqual(["db.lock"]);
    await unlock();
  });

  test("an heir that is about to finish is not overtaken", async () => {
    const owner = await deadOwner("owner");
    await writeFile(lockFile(), owner);
    await writeFile(claimFile(owner), `${await ownIdentity()} heir`);
    await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
    expect(await readFile(lockFile(), "utf8")).toBe(owner);
  });

  test("a lock file that cannot be read is not taken for a missing one", async () => {
    await expect(lockFolder(path.join(parent, "no", "such", "folder"))).rejects.toThrow("ENOENT");
    await writeFile(path.join(parent, "plain"), "");
    await expect(lockFolder(path.join(parent, "plain", "db"))).rejects.toThrow("ENOTDIR");
  });
});

describe("several processes", () => {
  test("the second is refused by name and gets it once the first gives it back", async () => {
    const [first, second] = await Promise.all([startHolder(), startHolder()]);
    expect(await first.tell("lock")).toBe("locked");
    expect(await second.tell("lock")).toBe(
      `refused: DATA_DIR is in use: process ${first.pid} has ${folder} open. Stop it, or give this one another DATA_DIR (or a DATABASE_URL, which any number of processes can share).`,
    );
    expect(await first.tell("unlock")).toBe("unlocked");
    expect(await second.tell("lock")).toBe("locked");
  });

  test("a killed owner's lock is taken over", async () => {
    const first = await startHolder();
    expect(await first.tell("lock")).toBe("locked");
    await expect(lockFolder(folder)).rejects.toThrow(`process ${first.pid}`);
    await kill(first.child);
    const unlock = await lockFolder(folder);
    expect(await readdir(parent)).toEqual(["db.lock"]);
    await unlock();
  });

  test.runIf(process.platform === "linux")("a zombie counts as dead", async () => {
    // `sleep` takes the shell's place and never asks how its child ended, so the child stays as a zombie.
    const script = '"$0" --import tsx "$1" "$2" <&3 & exec sleep 60';
    const shell = await startHolder("/bin/sh", ["-c", `exec 3<&0; ${script}`, process.execPath, holder, folder]);
    expect(await shell.tell("lock")).toBe("locked");
    process.kill(shell.pid, "SIGKILL");
    await expect.poll(() => readFile(`/proc/${shell.pid}/stat`, "utf8")).toMatch(/\) Z /);
    expect(process.kill(shell.pid, 0)).toBe(true);
    await (await lockFolder(folder))();
  });

  test("ten that race have exactly one winner, whatever was left behind", { timeout: 120_000 }, async () => {
    const holders = await Promise.all(Array.from({ length: 10 }, () => startHolder()));
    for (let round = 0; round < 60; round += 1) {
      const [owner, heir] = [await deadOwner(`owner ${round}`), await deadOwner(`heir ${round}`)];
      if (round % 3 > 0) await writeFile(lockFile(), owner);
      if (round % 3 > 1) await writeFile(claimFile(owner), heir);
      const answers = await Promise.all(holders.map((each) => each.tell("lock")));
      const winners = holders.filter((_, index) => answers[index] === "locked");
      expect(winners, `round ${round}`).toHaveLength(1);
      expect(answers.filter((answer) => answer.startsWith("refused: DATA_DIR is in use"))).toHaveLength(9);
      expect(await readFile(lockFile(), "utf8")).toMatch(new RegExp(`^${winners[0]?.pid} `));
      expect(await winners[0]?.tell("unlock")).toBe("unlocked");
      expect(await readdir(parent)).toEqual([]);
    }
  });
});
