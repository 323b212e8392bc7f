import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { runCommand } from "./run-command";

it("answers how the program ended, and hands it the environment", async () => {
  expect(await runCommand([process.execPath, "-e", "process.exit(Number(process.env.CODE))"], { limitMinutes: 1, env: { CODE: "3" } })).toEqual({ code: 3, isLate: false });
});

it("refuses a program that does not exist", async () => {
  await expect(runCommand(["there-is-no-such-program"], { limitMinutes: 1 })).rejects.toThrow("ENOENT");
});

it("stops a program that takes too long, and what it started", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-command-"));
  const file = path.join(folder, "heartbeat");
  const heartbeat = `setInterval(() => require("node:fs").appendFileSync(${JSON.stringify(file)}, "."), 20)`;
  const parent = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(heartbeat)}]); setInterval(() => {}, 1000)`;
  try {
    expect(await runCommand([process.execPath, "-e", parent], { limitMinutes: 2 / 60 })).toMatchObject({ isLate: true });
    await delay(200);
    const { length } = await readFile(file, "utf8");
    expect(length).toBeGreaterThan(1);
    await delay(200);
    expect(await readFile(file, "utf8")).toHaveLength(length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
