import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstIdAt, type IdKind, isId, newId, randomToken, timeOfId } from "./ids";

const kinds: IdKind[] = ["workspace", "member", "invitation", "apiKey", "oauthApp", "oauthFlow", "connection", "connectionEvent", "call", "request"];
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe("newId", () => {
  test.each(kinds)("makes a well-formed %s id that no other kind takes for its own", (kind) => {
    const id = newId(kind);
    expect(id).toMatch(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(kinds.filter((other) => isId(other, id))).toEqual([kind]);
  });

  test("sorts by the time it was made", () => {
    fc.assert(
      fc.property(time, time, (one, two) => {
        fc.pre(one !== two);
        expect(newId("call", one) < newId("call", two)).toBe(one < two);
      }),
    );
  });

  test("is well-formed at any time", () => {
    fc.assert(fc.property(time, (now) => isId("connection", newId("connection", now))));
  });

  test("does not repeat within one millisecond", () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId("call", 1_700_000_000_000))).size).toBe(10_000);
  });
});

describe("isId", () => {
  const id = newId("connection");

  test.each([
    ["nothing", ""],
    ["the prefix alone", "con_"],
    ["one character short", id.slice(0, -1)],
    ["one character long", `${id}0`],
    ["another prefix", id.replace("con_", "wsp_")],
    ["no prefix", id.slice(4)],
    ["another separator", id.replace("_", "-")],
    ["upper case", id.toUpperCase()],
    ["a letter outside the alphabet", `${id.slice(0, -1)}u`],
    ["a line end", `${id.slice(0, -1)}\n`],
    ["a line end after", `${id}\n`],
    ["a space before", ` ${id}`],
    ["a quote", `${id.slice(0, -1)}'`],
    ["a wildcard", `${id.slice(0, -1)}%`],
    ["a path", `../${id.slice(3)}`],
    ["NUL", `${id.slice(0, -1)}\0`],
    ["digits of another script", `${id.slice(0, -1)}٣`],
    ["a uuid", "con_0190163d-8694-739b-aea5-966c26f8ad91"],
  ])("refuses %s", (_, malformed) => {
    expect(isId("connection", malformed)).toBe(false);
  });

  test("refuses any character changed to one outside the alphabet", () => {
    fc.assert(
      fc.property(fc.nat({ max: id.length - 1 }), fc.string({ unit: "binary", minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(!/[0-9a-hjkmnp-tv-z_]/.test(character));
        expect(isId("connection", id.slice(0, at) + character + id.slice(at + 1))).toBe(false);
      }),
    );
  });
});

test("an id tells its time, and bounds by time stand between older and newer ids", () => {
  const at = Date.UTC(2026, 10, 21);
  const id = newId("call", at);
  expect(timeOfId(id)).toBe(at);
  expect(firstIdAt("call", at) < id && id < firstIdAt("call", at + 1)).toBe(true);
  expect(newId("call", at - 1) < firstIdAt("call", at)).toBe(true);
});

test("randomToken has the entropy asked for and does not repeat", () => {
  expect(Buffer.from(randomToken(), "base64url")).toHaveLength(32);
  expect(randomToken(16)).toMatch(/^[\w-]{22}$/);
  expect(new Set(Array.from({ length: 1_000 }, () => randomToken(16))).size).toBe(1_000);
});
