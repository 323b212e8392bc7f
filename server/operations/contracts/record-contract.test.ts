import { expect, it } from "vitest";
import type { Json, Operation } from "@/server/catalog/operation";
import { getConnector } from "@/server/catalog/registry";
import { checkRequest } from "./check-request";
import type { Contract } from "./contract.schema";
import { recordContract } from "./record-contract";
import { sentRequest } from "./sent-request";

const sendgrid = getConnector("sendgrid");
const operations: Operation[] = [
  {
    name: "send_it",
    title: "Send it",
    group: "Email",
    method: "POST",
    path: "/v3/mail/{{kind}}",
    inputs: {
      kind: { in: "path", type: "string", isRequired: true, examples: ["send"] },
      tags: { in: "query", type: "array", list: "comma", items: { type: "string" } },
      to: { in: "body", type: "object", properties: { email: { type: "string", format: "email" } }, required: ["email"], additionalProperties: false, isRequired: true, examples: [{ email: "ada@example.com" }] },
      reply_to: { in: "body", type: "string" },
      level: { in: "body", type: "integer", minimum: 1, maximum: 3, examples: [1] },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "forget_it", title: "Forget it", group: "Email", method: "DELETE", path: "/v3/mail", inputs: {}, isReadOnly: false, isDestructive: true },
];
const connector = { ...sendgrid, operations };
const [sendIt] = operations;

const openApi = {
  openapi: "3.0.3",
  info: { title: "Mail", version: "3" },
  servers: [{ url: "https://api.sendgrid.com/{base}", variables: { base: { default: "v3" } } }],
  paths: {
    "/mail/{type}": {
      parameters: [{ name: "type", in: "path", required: true, schema: { type: "string", pattern: "^[a-z]+$" } }],
      post: {
        parameters: [{ name: "tags", in: "query", explode: false, schema: { type: "array", items: { type: "string" } } }, { $ref: "#/components/parameters/unsent" }],
        requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Mail" } } } },
      },
    },
  },
  components: {
    parameters: { unsent: { name: "unsent", in: "query", schema: { type: "string" } } },
    schemas: {
      Mail: { allOf: [{ type: "object", description: "A mail.", required: ["to", "id"], properties: { id: { type: "string", readOnly: true }, to: { $ref: "#/components/schemas/Person" }, level: { type: "integer", minimum: 0, exclusiveMinimum: true, nullable: true } } }] },
      Person: { type: "object", required: ["email"], properties: { email: { type: "string", format: "email", example: "a@b.c" }, friends: { type: "array", items: { $ref: "#/components/schemas/Person" } } } },
    },
  },
};
const swagger = {
  swagger: "2.0",
  info: { title: "Mail", version: "2" },
  host: "api.sendgrid.com",
  basePath: "/v3",
  consumes: ["application/json"],
  paths: { "/mail/{type}": { post: { parameters: [{ name: "type", in: "path", required: true, type: "string" }, { name: "tags", in: "query", type: "array", items: { type: "string" } }, { name: "mail", in: "body", required: true, schema: { $ref: "#/definitions/Mail" } }] } } },
  definitions: { Mail: { type: "object", required: ["to"], properties: { to: { type: "object", properties: { email: { type: "string" } } }, level: { type: "integer" } } } },
};

function record(value: { [key: string]: unknown }, before: Contract | null = null): Contract {
  return recordContract(connector, [{ value, url: "https://example.com/openapi.json", sha256: "0".repeat(64) }], "2026-11-21", before);
}

function problems(contract: Contract, input: Record<string, Json>): string[] {
  const described = contract.operations["send_it"];
  if (!sendIt || !described) throw new Error("The document has it.");
  return checkRequest(described, sentRequest(connector, sendIt, input), new Set(), false).map(({ at }) => at);
}

it("keeps what a document says of the calls that are made, and nothing else", () => {
  expect(record(openApi).operations).toEqual({
    send_it: {
      document: 0,
      method: "POST",
      host: "api.sendgrid.com",
      path: "/v3/mail/{type}",
      parameters: [
        { name: "type", in: "path", required: true, schema: { type: "string", pattern: "^[a-z]+$" } },
        { name: "tags", in: "query", isCommaList: true, schema: { type: "array", items: { type: "string" } } },
      ],
      body: {
        required: true,
        type: "application/json",
        schema: {
          allOf: [
            {
              type: "object",
              required: ["to"],
              properties: { to: { type: "object", required: ["email"], properties: { email: { type: "string", format: "email" } } }, level: { type: ["integer", "null"], exclusiveMinimum: 0 } },
            },
          ],
        },
      },
    },
  });
});

it("says what the document does not have, and keeps what a person said of it", () => {
  const first = record(openApi);
  expect(first.notInDocument).toEqual({ forget_it: "It has no DELETE /v3/mail." });
  const exceptions = [{ operation: "send_it", at: "body/reply_to", reason: "The document is older than this." }];
  expect(record(openApi, { ...first, notInDocument: { forget_it: "It is newer." }, exceptions })).toMatchObject({ notInDocument: { forget_it: "It is newer." }, exceptions });
});

it.each([["OpenAPI 3", openApi], ["Swagger 2", swagger]])("finds what a document refuses: %s", (_name, document) => {
  const contract = record(document);
  const good = { kind: "send", to: { email: "ada@example.com" }, level: 2, tags: ["a", "b"] };
  expect(problems(contract, good)).toEqual([]);
  expect(problems(contract, { ...good, reply_to: "ada@example.com" })).toEqual(["body/reply_to"]);
  expect(problems(contract, { ...good, level: "2" })).toEqual(["body/level"]);
  expect(problems(contract, { kind: "send", level: 2 })).toEqual(["body/to"]);
  expect(problems(contract, { ...good, to: { email: "ada@example.com", name: "Ada" } })).toEqual(["body/to/name"]);
});
