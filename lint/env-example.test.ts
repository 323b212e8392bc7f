import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parseEnv } from "@/server/lib/env";

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? "");

it("lists every variable that the environment file parses, each under a sentence", async () => {
  const example = await readFile(".env.example", "utf8");
  const parsed = namesIn(await readFile("server/lib/env.ts", "utf8"), /^ {2}([A-Z][A-Z_]+): /gm).filter((name) => name !== "NODE_ENV");
  expect(parsed.length).toBeGreaterThan(20);
  expect(namesIn(example, /^# ([A-Z][A-Z0-9_]+)=/gm)).toEqual(expect.arrayContaining(parsed));
  for (const block of example.split("\n\n").filter((each) => /^# [A-Z][A-Z0-9_]+=/m.test(each))) expect(block.split("\n")[0]).toMatch(/^# .+[ a-z]/);
});

it("shows values that the app starts with", async () => {
  const lines = namesIn(await readFile(".env.example", "utf8"), /^# ([A-Z][A-Z0-9_]+=.*)$/gm);
  const values = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  // The file that the example names is not there, and the owner's password is for the operator to choose.
  expect(parseEnv({ ...values, CONNECTOR_ENDPOINTS: "", BOOTSTRAP_OWNER_EMAIL: "" })).toMatchObject({ port: 3000, logLevel: "info", isSandbox: false });
});
