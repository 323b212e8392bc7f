import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Operation } from "@/server/catalog/operation";
import { connectors } from "@/server/catalog/registry";
import { templateNames } from "@/server/catalog/template-names";
import { buildRequest } from "./build-request.schema";
import { encodeBody } from "./encode-body";
import { exampleFacts } from "./example-facts";
import { placeholders } from "./fill-value";
import { exampleInput, inputSchema } from "./input-schema.schema";
import { paginationOf } from "./turn-page";
import { compile, validateInput } from "./validate-input";

const callable = connectors.filter((connector) => connector.api !== undefined);

const templatesOf = ({ path: own, query, headers, body }: Operation) => [own, query, headers, body?.type === "graphql" ? body.variables : body?.value];

it("gives databases none, and everything else at least six", () => {
  for (const connector of connectors) {
    if (connector.api === undefined) expect(connector.operations, connector.slug).toEqual([]);
    else expect(connector.operations.length, connector.slug).toBeGreaterThanOrEqual(6);
  }
});

describe.each(callable.map((connector) => [connector.slug, connector] as const))("%s", (slug, connector) => {
  // What only a sign-in tells has no example: QuickBooks' company, Xero's organisation.
  const facts = { ...Object.fromEntries((connector.facts ?? []).map(({ name }): [string, string] => [name, "1"])), ...exampleFacts(connector) };

  it("names its operations once each, in short, plain words", () => {
    expect(new Set(connector.operations.map(({ name }) => name)).size).toBe(connector.operations.length);
    for (const { name, title, group, description } of connector.operations) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      expect(name.length).toBeLessThanOrEqual(50);
      expect(title).toMatch(/^[A-Z][^.]*$/);
      expect(group).toMatch(/^[A-Z]/);
      if (description !== undefined) expect(description, name).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("is data that imports types alone", () => {
    const source = readFileSync(path.resolve(`server/catalog/connectors/${slug}.operations.ts`), "utf8");
    for (const line of source.match(/^import .*$/gm) ?? []) expect(line).toMatch(/^import type .* from "\.\.\/operation";$/);
    expect(source).not.toMatch(/process\.env|fetch\(|require\(|await /);
  });

  it("has patterns that answer at once whatever is given", () => {
    const hostile = ["a", "-", ".", "/", "1", "a,", "public_channel,", " ", "+", "'", "=", "T1"].map((part) => `${part.repeat(Math.floor(4_000 / part.length))}\n!`);
    for (const operation of connector.operations) {
      for (const [, source = ""] of JSON.stringify(inputSchema(operation)).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)) {
        const pattern = new RegExp(String(JSON.parse(source)), "u");
        const started = process.cpuUsage();
        for (const text of hostile) pattern.test(text);
        expect(process.cpuUsage(started).user / 1_000, `${operation.name}: ${source}`).toBeLessThan(250);
      }
    }
  });

  it.each(connector.operations.map((operation) => [operation.name, operation] as const))("%s can be called with its examples, and says what it does", (name, operation) => {
    const schema = inputSchema(operation);
    expect(() => compile(operation)).not.toThrow();
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(operation.inputs)).not.toContain("cursor");

    const input = validateInput(operation, exampleInput(operation));
    const request = buildRequest(operation, input, facts);
    expect(request.path, "every fact is one that a connection has").not.toMatch(/[{}]|undefined/);
    const [start = ""] = operation.path.split(/[{?]/);
    const url = new URL(`https://vendor.invalid${request.path}`);
    expect(url.host).toBe("vendor.invalid");
    expect(url.pathname.startsWith(start)).toBe(true);
    expect(url.pathname.split("/")).toHaveLength(operation.path.split("/").length);
    if (operation.host !== undefined) expect(connector.api?.hosts).toContain(operation.host);
    expect(request.host ?? "").not.toMatch(/[{}]/);
    if (request.body) expect(encodeBody(request.body).contentType).toMatch(/^(application|multipart|text)\//);

    const known = new Set([...connector.inputs.flatMap(({ key, options }) => [key, ...Object.keys(options?.[0]?.facts ?? {})]), ...(connector.facts ?? []).map((fact) => fact.name)]);
    for (const fact of templateNames(operation.path.replaceAll(/\{\{\w+!?\}\}/g, ""))) expect(known).toContain(fact);
    for (const placeholder of placeholders(templatesOf(operation))) expect(Object.keys(operation.inputs)).toContain(placeholder);
    for (const [key, described] of Object.entries(operation.inputs)) {
      expect(key).toMatch(/^[a-z]\w*$/i);
      if (described.in === "path") {
        expect(operation.path).toContain(`{{${key}}}`);
        expect(described.isRequired, `${key} stands in the path`).toBe(true);
      }
      if (described.in === "body") expect(operation.body, `${key} needs a body`).toBeDefined();
      if (described.isRequired) expect(input, `${key} has an example`).toHaveProperty(key);
      if (described.setting !== undefined) expect(connector.settings.map((field) => field.key)).toContain(described.setting);
    }
    for (const group of operation.needsOneOf ?? []) for (const key of group) expect(Object.keys(operation.inputs)).toContain(key);

    if (operation.method === "GET") expect(operation).toMatchObject({ isReadOnly: true });
    if (operation.method === "GET") expect(operation.body).toBeUndefined();
    if (["PUT", "PATCH", "DELETE"].includes(operation.method)) expect(operation.isReadOnly).toBe(false);
    if (operation.method === "DELETE") expect(operation.isDestructive).toBe(true);
    if (operation.isReadOnly) expect([operation.isDestructive, operation.isIdempotent], `${name} only reads`).toEqual([undefined, undefined]);
    if (operation.paging !== undefined) expect(paginationOf(connector, operation), `${name} says how its pages are turned`).not.toBeNull();
    if (operation.body?.type === "graphql") {
      expect(operation.isReadOnly).toBe(operation.body.query.startsWith("query"));
      const declared = [...operation.body.query.matchAll(/\$(\w+):/g)].map((match) => match[1]);
      const { value } = request.body?.type === "json" ? request.body : { value: null };
      const variables = typeof value === "object" && value !== null && "variables" in value ? Object.keys(value.variables ?? {}) : [];
      for (const variable of variables) expect(declared, name).toContain(variable);
      const pagination = paginationOf(connector, operation);
      if (pagination?.kind === "cursor") expect(declared, `${name} takes its cursor`).toContain(pagination.param);
      else if (operation.paging) expect(operation.body.query).toMatch(/\$after: String.*after: \$after.*pageInfo \{ hasNextPage endCursor \}/s);
    }
  });
});
