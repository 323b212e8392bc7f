import { expect, it } from "vitest";
import { callbackUrl } from "./callback-url";
import { categories, categoryLabel } from "./category.schema";
import { connectors, findConnector, getConnector } from "./registry";

it("finds by slug", () => {
  expect(findConnector("github")?.name).toBe("GitHub");
  expect(getConnector("stripe").slug).toBe("stripe");
});

it.each(["nope", "", "__proto__", "GitHub"])("answers %j as unknown", (slug) => {
  expect(findConnector(slug)).toBeUndefined();
  expect(() => getConnector(slug)).toThrowError(expect.objectContaining({ code: "NOT_FOUND" }));
});

it("puts the popular first", () => {
  const popularity = connectors.map((connector) => connector.popularity);
  expect(popularity).toEqual(popularity.toSorted((one, other) => other - one));
});

it("lets nobody write to a definition", () => {
  expect(() => Object.assign(getConnector("github"), { name: "x" })).toThrow(TypeError);
  expect(() => getConnector("github").synonyms.push("x")).toThrow(TypeError);
});

it("labels all 16 categories, each once", () => {
  expect(new Set(categories.map((category) => category.id)).size).toBe(16);
  expect(new Set(categories.map((category) => category.label)).size).toBe(16);
  expect(categoryLabel("crm")).toBe("CRM");
});

it("builds the callback address from the public one", () => {
  expect(callbackUrl("https://patchbay.example.com", "google-workspace")).toBe("https://patchbay.example.com/api/oauth2/callback/google-workspace");
});
