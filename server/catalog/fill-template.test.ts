import { expect, it } from "vitest";
import { fillTemplate } from "./fill-template";
import { templateNames } from "./template-names";

it("fills each name, as often as it stands there", () => {
  expect(fillTemplate("{a}-{b}-{a}", { a: "1", b: "2" })).toBe("1-2-1");
});

it("encodes values where it is told to", () => {
  expect(fillTemplate("/users/{id}", { id: "a/b c" }, encodeURIComponent)).toBe("/users/a%2Fb%20c");
});

it("does not fill a value's own braces again", () => {
  expect(fillTemplate("{a}", { a: "{b}", b: "secret" })).toBe("{b}");
});

it.each<[Record<string, string>]>([[{}], [{ shop: "" }]])("throws with the name of what is missing: %o", (values) => {
  expect(() => fillTemplate("https://{shop}.example.com", values)).toThrowError(expect.objectContaining({ code: "INVALID_REQUEST", details: { fields: { shop: "This value is missing." } } }));
});

it("does not take values from the prototype", () => {
  expect(() => fillTemplate("{constructor}", {})).toThrow(/constructor/);
});

it("leaves GraphQL's braces alone", () => {
  expect(fillTemplate("query { shop { id } }", {})).toBe("query { shop { id } }");
});

it("lists the names of a template once each", () => {
  expect(templateNames("https://{shop}.{zone}/{shop}")).toEqual(["shop", "zone"]);
  expect(templateNames("https://api.example.com")).toEqual([]);
});
