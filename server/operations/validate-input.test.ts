import { describe, expect, it } from "vitest";
import type { Operation } from "@/server/catalog/operation";
import { getConnector } from "@/server/catalog/registry";
import { isAppError } from "@/server/lib/errors";
import { exampleInput, inputSchema } from "./input-schema.schema";
import { validateInput } from "./validate-input";

const operation: Operation = {
  name: "send",
  title: "Send something",
  group: "All",
  method: "POST",
  path: "/{{id}}",
  inputs: {
    id: { in: "path", type: "string", isRequired: true, examples: ["1"] },
    amount: { in: "body", type: "integer", minimum: 1 },
    email: { in: "body", type: "string", format: "email", as: "Email" },
    kind: { in: "body", type: "string", enum: ["a", "b"], default: "a" },
    from: { in: "body", type: "string", isRequired: true, setting: "sender", pattern: "^\\+\\d+$" },
    parts: { in: "body", type: "array", items: { type: "object", properties: { n: { type: "number", default: 1 } }, required: ["x"], additionalProperties: false } },
    text: { in: "body", type: "string", minLength: 1 },
    html: { in: "body", type: "string" },
  },
  needsOneOf: [["text", "html"]],
  paging: { kind: "link_header" },
  isReadOnly: false,
};
const fits = { id: "1", from: "+1", text: "x" };

function fieldsOf(input: unknown, settings?: Record<string, unknown>): unknown {
  try {
    validateInput(operation, input, settings);
  } catch (error) {
    return isAppError(error) && error.code === "INVALID_REQUEST" ? error.details["fields"] : error;
  }
  return null;
}

describe("an input", () => {
  it("gets its defaults, and is not written to", () => {
    const given = Object.freeze({ ...fits });
    expect(validateInput(operation, given)).toEqual({ ...fits, kind: "a" });
    expect(given).not.toHaveProperty("kind");
  });

  it("takes what it lacks from the connection's settings, where it fits", () => {
    expect(validateInput(operation, { id: "1", text: "x" }, { sender: "+49" })).toMatchObject({ from: "+49" });
    expect(validateInput(operation, fits, { sender: "+49" })).toMatchObject({ from: "+1" });
    expect(fieldsOf({ id: "1", text: "x" }, { sender: "MG1" })).toEqual({ from: expect.stringMatching(/^This is needed\. Give it, or set it/) as unknown });
  });

  it("reads a setting as a number where it has to be one", () => {
    const numbered: Operation = { ...operation, needsOneOf: [], inputs: { account: { in: "query", type: "integer", isRequired: true, setting: "account" } } };
    expect(validateInput(numbered, {}, { account: "1234567" })).toEqual({ account: 1_234_567 });
    expect(() => validateInput(numbered, {}, { account: "12x" })).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });

  it.each<[unknown, Record<string, unknown>]>([
    [{ ...fits, id: undefined }, { id: "This is needed." }],
    [{ ...fits, amount: "5" }, { amount: "This has to be a whole number." }],
    [{ ...fits, amount: 0 }, { amount: "This has to be 1 or more." }],
    [{ ...fits, email: "nobody" }, { email: "This has to be an email address, such as ada@example.com." }],
    [{ ...fits, kind: "c" }, { kind: "Choose one of a, b." }],
    [{ ...fits, other: 1 }, { other: "There is no such input." }],
    [{ ...fits, parts: [{ x: 1 }] }, { "parts.0.x": "There is no such input." }],
    [{ ...fits, text: undefined }, { text: "Give text or html." }],
    [{ ...fits, text: "" }, { text: "This may not be empty." }],
    [{ ...fits, cursor: 5 }, { cursor: "This has to be a text." }],
    [[], { input: "This has to be an object." }],
    ["x", { input: "This has to be an object." }],
  ])("%j is refused, field by field", (input, fields) => {
    expect(fieldsOf(JSON.parse(JSON.stringify(input)))).toMatchObject(fields);
  });

  it("that is nothing counts as empty", () => {
    expect(fieldsOf(undefined)).toHaveProperty("id");
    expect(fieldsOf(null)).toHaveProperty("id");
  });

  it("cannot bring a prototype along", () => {
    expect(fieldsOf(JSON.parse('{"id":"1","from":"+1","text":"x","__proto__":{"kind":"b"}}'))).toEqual({ ["__proto__"]: "There is no such input." });
  });
});

describe("the schema of an operation", () => {
  it("is one object with nothing of ours in it", () => {
    const schema = inputSchema(operation);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false, required: ["id"] });
    expect(JSON.stringify(schema)).not.toMatch(/"(in|as|isRequired|setting|list)":/);
    expect(schema.properties["cursor"]).toMatchObject({ type: "string" });
    expect(schema.properties["from"]?.description).toContain("setting");
  });

  it("makes its example from the parts' own", () => {
    expect(exampleInput(operation)).toEqual({ id: "1", kind: "a" });
    const create = getConnector("stripe").operations.find(({ name }) => name === "create_subscription");
    expect(create && exampleInput(create)).toEqual({ customer: "cus_NffrFeUfNV2Hib", items: [{ price: "price_1MowQULkdIwHu7ixraBm864M" }] });
  });
});
