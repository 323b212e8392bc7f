import { Writable } from "node:stream";
import { beforeEach, expect, it } from "vitest";
import { captureConsole } from "./capture-console";
import { AppError } from "./lib/errors";
import { createLog } from "./lib/log";

let lines: string[];
/** Written to as Next writes to the console. */
let output: Pick<Console, "debug" | "log" | "info" | "warn" | "error">;
beforeEach(() => {
  lines = [];
  output = { ...globalThis.console };
  captureConsole(createLog("trace", new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) })), output);
});

const last = () => JSON.parse(lines.at(-1) ?? "{}") as { level: number; msg: string; err?: unknown };

it("turns what is written into one line each, without colours", () => {
  output.log("\u001b[32m✓\u001b[39m Ready in %dms\nand more", 5);
  expect(last()).toMatchObject({ level: 30, msg: "✓ Ready in 5ms\nand more" });
  output.warn("slow");
  output.error("bad");
  expect(lines.map((line) => (JSON.parse(line) as { level: number }).level)).toEqual([30, 40, 50]);
  for (const line of lines) expect(line.match(/\n/g)).toHaveLength(1);
});

it("scrubs errors, and all that hangs on them", () => {
  const error = Object.assign(new Error("Failed query: select 1\nparams: canary", { cause: Object.assign(new Error("no"), { parameters: ["canary"] }) }), { body: { token: "canary" } });
  output.error("⨯", error);
  expect(last()).toMatchObject({ level: 50, msg: "⨯", err: { name: "Error", message: expect.stringContaining("[hidden]") as unknown } });
  output.error("Bearer canarycanarycanary", { password: "canary" });
  output.error(error);
  expect(lines.join("")).not.toContain("canary");
});

it("does not call a refusal an error", () => {
  output.error(new Error("wrapped", { cause: new AppError("NOT_FOUND", "There is no such thing.") }));
  expect(last().level).toBe(30);
  output.error(new Error("wrapped", { cause: new AppError("INTERNAL", "It broke.") }));
  expect(last().level).toBe(50);
});
