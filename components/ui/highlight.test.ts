import { expect, it } from "vitest";
import { highlight } from "./highlight";

const kinds = (code: string) =>
  highlight(code)
    .filter(({ kind }) => kind !== "plain")
    .map(({ text, kind }) => `${kind} ${text}`);

it("loses nothing of the sample", () => {
  const code = 'curl https://a.example/x \\\n  -H "A: $KEY" # note\n{"n": 12}';
  expect(highlight(code).map(({ text }) => text).join("")).toBe(code);
});

it("tells strings, options, comments and numbers apart", () => {
  expect(kinds('curl -X POST --data "a \\" b" # send\nretries = 12')).toEqual([
    "word curl",
    "word -X",
    "word --data",
    'string "a \\" b"',
    "comment # send",
    "number 12",
  ]);
});

it("takes the slashes of an address for what they are", () => {
  expect(kinds("curl https://a.example/x#part")).toEqual(["word curl"]);
});
