import { expect, it } from "vitest";
import type { Field } from "./connector";
import { getConnector } from "./registry";
import { parseFields } from "./validate-fields";

const database = getConnector("postgresql").auth.flatMap((option) => ("fields" in option ? option.fields : []));
const file: Field = { key: "service_account_json", label: "Key file", secret: true, required: true, example: "key.json", control: "file", jsonKeys: ["client_email"] };

const toggle: Field = { key: "on", label: "On", secret: false, required: true, example: "true", control: "switch" };

it("trims, fills defaults in and leaves empty optional values out", () => {
  expect(parseFields(database, { host: " db.example.com ", username: "app", database: "shop", password: "" })).toEqual({
    host: "db.example.com",
    port: "5432",
    username: "app",
    database: "shop",
    tls: "auto",
  });
});

it("takes numbers, booleans, and a key file as an object", () => {
  expect(parseFields(database, { host: "db", port: 6543, username: "app", database: "shop" })).toMatchObject({ port: "6543" });
  expect(parseFields([toggle], { on: true })).toEqual({ on: "true" });
  expect(parseFields([file], { service_account_json: { client_email: "a@b.c" } })).toEqual({ service_account_json: '{"client_email":"a@b.c"}' });
});

it("says one sentence per field", () => {
  expect(() => parseFields(database, { host: "db example", port: "70000", username: "app" })).toThrowError(
    expect.objectContaining({
      code: "INVALID_REQUEST",
      message: "3 fields need attention: host, port, database.",
      details: { fields: { host: "Write a host name or an IP address, without a port.", port: "A port is a number from 1 to 65535.", database: "Database is missing." } },
    }),
  );
});

it("repeats a single problem in the message", () => {
  expect(() => parseFields(database, { host: "db", username: "app" })).toThrow("database: Database is missing.");
});

it("refuses names that the form does not have", () => {
  expect(() => parseFields(database, { host: "db", username: "app", database: "shop", sslmode: "require" })).toThrowError(
    expect.objectContaining({ details: { fields: { sslmode: "This field is not known. Known ones: host, port, username, password, database, tls." } } }),
  );
  expect(() => parseFields([], { a: "b" })).toThrow("a: Nothing is asked for here.");
});

it.each([[{ a: 1 }], [["x"]], [Number.NaN]])("refuses %o where text is asked for", (value) => {
  expect(() => parseFields(database, { host: value, username: "app", database: "shop" })).toThrow("host: Host has to be text.");
});

it("does not find fields on the prototype", () => {
  const field: Field = { key: "constructor", label: "Constructor", secret: false, required: true, example: "x" };
  expect(() => parseFields([field], {})).toThrow("Constructor is missing.");
});

it("never repeats a secret that it refuses", () => {
  const key: Field = { key: "api_key", label: "API key", secret: true, required: true, example: "abc-us21", pattern: "[a-z]+" };
  try {
    parseFields([key], { api_key: "TOP-SECRET-VALUE" });
    expect.unreachable();
  } catch (error) {
    expect(JSON.stringify(error) + String(error)).not.toContain("TOP-SECRET");
  }
});
