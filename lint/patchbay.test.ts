import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { snippets } from "./testing-snippets";

type Case = { rule: string; file: string; code: string; message: RegExp | undefined; isBad: boolean };
type Found = { rule: string; message: string };

const cases: Case[] = Object.entries(snippets).flatMap(([rule, { good, bad }]) => [
  ...good.map(([file, code]) => ({ rule, file, code, message: undefined, isBad: false })),
  ...bad.map(([file, code, message]) => ({ rule, file, code, message, isBad: true })),
]);

const found = new Map<Case, Found[]>();
let root = "";

/** The linter itself, with the project's own configuration, over a project made of the snippets. */
async function lint(round: Case[]): Promise<void> {
  for (const { file, code } of round) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), code);
  }
  const output = await new Promise<string>((resolve) => {
    execFile(path.resolve("node_modules/.bin/oxlint"), ["--format", "json", ...round.map(({ file }) => file)], { cwd: root }, (_failed, stdout) => resolve(stdout));
  });
  const { diagnostics }: { diagnostics: { code: string; message: string; filename: string }[] } = JSON.parse(output);
  for (const each of round) {
    const own = diagnostics.filter(({ filename }) => filename === each.file);
    found.set(each, own.map(({ code, message }) => ({ rule: code.replace(/^eslint\((.*)\)$/, "$1").replace(/^([\w-]+)\((.*)\)$/, "$1/$2"), message })));
    await rm(path.join(root, each.file));
  }
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "patchbay-lint-"));
  for (const name of [".oxlintrc.json", "tsconfig.json"]) await copyFile(name, path.join(root, name));
  for (const name of ["lint", "node_modules"]) await symlink(path.resolve(name), path.join(root, name));
  // Snippets that stand in the same file take turns.
  for (let left = cases; left.length > 0; ) {
    const round = left.filter((each, index) => left.findIndex(({ file }) => file === each.file) === index);
    await lint(round);
    left = left.filter((each) => !round.includes(each));
  }
}, 120_000);

afterAll(() => rm(root, { recursive: true, force: true }));

describe.each(Object.keys(snippets))("%s", (rule) => {
  it.each(cases.filter((each) => each.rule === rule && each.isBad))("refuses in $file: $code", (each) => {
    const own = found.get(each)?.filter((finding) => finding.rule === rule) ?? [];
    expect(own).toHaveLength(1);
    expect(own[0]?.message).toMatch(each.message ?? /\w/);
  });

  it.each(cases.filter((each) => each.rule === rule && !each.isBad))("leaves alone in $file: $code", (each) => {
    expect(found.get(each)?.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});

it("has a refused snippet for every rule of the project's own, and each is an error", async () => {
  const config = await readFile(".oxlintrc.json", "utf8");
  const levels = Object.fromEntries([...config.matchAll(/"(patchbay\/[\w-]+)": "(\w+)"/g)].map(([, rule, level]) => [rule, level]));
  const shown = Object.keys(snippets).filter((rule) => rule.startsWith("patchbay/"));
  expect(levels).toEqual(Object.fromEntries(shown.map((rule) => [rule, "error"])));
});
