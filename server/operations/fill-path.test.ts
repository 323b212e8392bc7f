import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/server/lib/errors";
import { fillPath } from "./fill-path";

const nasty = fc.array(fc.constantFrom("..", ".", "/", "\\", "%2e", "%2E", "%2f", "%5c", "%25", "2e", "2f", "?", "#", "@", ":", "//", "\r\n", "\0", " ", "a", "é", "%", ";", "%00", "{x}", "{{y}}"), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
const anything = fc.oneof(nasty, fc.string({ unit: "binary" }), fc.string());

/** As a server does that is careless about what it was sent. */
function decodeTwice(path: string): string {
  const once = (text: string) => text.replaceAll(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return once(once(once(path)));
}

describe("a value in a path", () => {
  it("cannot leave its place, whatever it is and however often it is decoded", () => {
    fc.assert(
      fc.property(anything, anything, (one, two) => {
        let path;
        try {
          path = fillPath("/v1/things/{{one}}/parts/{{two}}.json", { one, two }, {});
        } catch (error) {
          expect(isAppError(error) && error.code).toBe("INVALID_REQUEST");
          return;
        }
        const url = new URL(`https://vendor.example${path}`);
        expect([url.host, url.search, url.hash]).toEqual(["vendor.example", "", ""]);
        expect(url.pathname).toBe(path);
        expect(url.pathname.split("/")).toHaveLength(6);
        expect(url.pathname).toMatch(/^\/v1\/things\/[^/]+\/parts\/[^/]+\.json$/);
        expect(new URL(`https://vendor.example${decodeTwice(path).replaceAll(/[?#]/g, "_")}`).pathname.startsWith("/v1/things/")).toBe(true);
        expect([...decodeTwice(path)].filter((letter) => letter < " " || letter === "\\" || letter === "\x7f")).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it("that is plain arrives as it was given", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9_@,:+=$ éß-]{1,40}$/), (value) => {
        fc.pre(value.trim() !== "");
        expect(decodeURIComponent(fillPath("/a/{{value}}", { value }, {}))).toBe(`/a/${value}`);
      }),
    );
  });

  it.each(["", "  ", ".", "..", "../x", "a/../b", "%2e%2e", "%252e%252e%252f", "..%2fx", "a\\b", "%5c", "a\r\nb", "a%0d%0ab", "\0", "\uD800"])("%j is refused, by name", (value) => {
    expect(() => fillPath("/a/{{thing}}", { thing: value }, {})).toThrow(expect.objectContaining({ code: "INVALID_REQUEST", details: { fields: { thing: expect.any(String) as unknown } } }));
  });

  it("may have slashes, which stay in its place", () => {
    expect(fillPath("/projects/{{id}}/issues", { id: "group/project" }, {})).toBe("/projects/group%2Fproject/issues");
  });

  it("may be a number", () => {
    expect(fillPath("/issues/{{number}}", { number: 7 }, {})).toBe("/issues/7");
  });

  it("of the connection stays in its place too, and its name stays where it is unknown", () => {
    expect(fillPath("/Accounts/{sid}/{{x}}/{other}", { x: "1" }, { sid: "A/C" })).toBe("/Accounts/A%2FC/1/{other}");
    expect(() => fillPath("/{sid}", {}, { sid: ".." })).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });
});
