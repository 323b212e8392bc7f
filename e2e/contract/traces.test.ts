import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { tracesIn, tracesInFolder } from "./traces";

const secret = 'canary+of/the="search"&more';

it.each<[how: string, text: string]>([
  ["as it is", secret],
  ["in JSON", JSON.stringify({ a: secret })],
  ["in an address", `https://x.example/?a=${encodeURIComponent(secret)}`],
  ["in a form", new URLSearchParams({ a: secret }).toString()],
  ["in hex", Buffer.from(secret).toString("hex")],
  ...[0, 1, 2, 3].map((before) => [`in base64 after ${before} bytes`, Buffer.from(`${"x".repeat(before)}${secret}yz`).toString("base64")] satisfies [string, string]),
  ...[0, 1, 2].map((before) => [`in base64url after ${before} bytes`, Buffer.from(`${"x".repeat(before)}${secret}`).toString("base64url")] satisfies [string, string]),
])("finds a secret %s", (_how, text) => {
  expect(tracesIn(`before ${text} after`, { it: secret, other: "another secret" })).toEqual(["it"]);
});

it("finds it in any file below a folder, between any bytes", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-traces-"));
  await mkdir(path.join(folder, "a/b"), { recursive: true });
  await writeFile(path.join(folder, "a/b/wal"), Buffer.concat([Buffer.from([0, 255, 254]), Buffer.from(secret), Buffer.from([0, 200])]));
  await writeFile(path.join(folder, "clean"), "nothing");
  expect(await tracesInFolder(folder, { it: secret })).toEqual([`it in ${path.join("a", "b", "wal")}`]);
  await rm(folder, { recursive: true });
});
