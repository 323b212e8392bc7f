import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Connector } from "@/server/catalog/connector";
import type { Operation } from "@/server/catalog/operation";
import { getConnector } from "@/server/catalog/registry";
import type { Input } from "../fill-value";
import { exampleInput } from "../input-schema.schema";
import { validateInput } from "../validate-input";
import { checkRequest, type Problem } from "./check-request";
import { type Contract, contractSchema } from "./contract.schema";
import { isObject } from "./read-document";
import { inputsOf } from "./sample-inputs";
import { placesCursor, type SentRequest, sentRequest } from "./sent-request";

const contracts = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".json"))
  .map((name): [string, Contract] => [path.parse(name).name, contractSchema.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, name), "utf8")))]);

/** What the credential brings, so that no operation has to. */
function givenBy(connector: Connector): Set<string> {
  return new Set(connector.auth.flatMap((option) => ("placement" in option && option.placement ? [option.placement].flat() : [])).flatMap((placement) => ("name" in placement ? [`${placement.in}/${placement.name.toLowerCase()}`] : [])));
}

function isExcused(contract: Contract, operation: Operation, { at }: Problem): boolean {
  return contract.exceptions.some((exception) => ["*", operation.name].includes(exception.operation) && covers(exception.at, at));
}

function covers(excused: string, at: string): boolean {
  if (excused.startsWith("**/")) return at.endsWith(excused.slice(2));
  return excused.endsWith("/**") ? at.startsWith(excused.slice(0, -2)) : at === excused;
}

/** The request that each input makes, and where the operation places a cursor itself, that of the page after it. */
function requestsOf(connector: Connector, operation: Operation, input: Input): SentRequest[] {
  const cursors = placesCursor(connector, operation) ? [undefined, "7"] : [undefined];
  return cursors.map((cursor) => sentRequest(connector, operation, input, cursor));
}

it("holds what thirty vendors say of their own calls", () => {
  expect(contracts.length).toBeGreaterThanOrEqual(30);
});

describe.each(contracts)("%s", (slug, contract) => {
  const connector = getConnector(slug);
  const given = givenBy(connector);
  const recorded = connector.operations.flatMap((operation) => (contract.operations[operation.name] ? [operation] : []));

  function problemsOf(operation: Operation, request: SentRequest, isSample: boolean): Problem[] {
    const described = contract.operations[operation.name];
    return described ? checkRequest(described, request, given, isSample).filter((problem) => !isExcused(contract, operation, problem)) : [];
  }

  it("is small, of this connector, and leaves no operation out", () => {
    expect(contract.connector).toBe(slug);
    expect(statSync(path.join(import.meta.dirname, `${slug}.json`)).size).toBeLessThan(30 * 1024);
    expect([...Object.keys(contract.operations), ...Object.keys(contract.notInDocument)].toSorted(), "npm run contracts records it again").toEqual(connector.operations.map(({ name }) => name).toSorted());
  });

  it.each(recorded.map((operation) => [operation.name, operation] as const))("%s sends what the vendor's document asks for", (_name, operation) => {
    const example = requestsOf(connector, operation, validateInput(operation, exampleInput(operation)));
    expect(example.flatMap((request) => problemsOf(operation, request, false))).toEqual([]);
    fc.assert(fc.property(inputsOf(operation), (input) => {
      expect(requestsOf(connector, operation, input).flatMap((request) => problemsOf(operation, request, true))).toEqual([]);
    }), { numRuns: 25 });
  });

  it("would see a misspelt parameter, a wrong address and a body without what it needs", () => {
    for (const operation of recorded) {
      const [request] = requestsOf(connector, operation, validateInput(operation, exampleInput(operation)));
      const described = contract.operations[operation.name];
      if (!request || !described) continue;
      const refused = (wrong: SentRequest) => checkRequest(described, wrong, given, false).map(({ at }) => at);
      expect(refused({ ...request, path: `/x${request.path}` }), operation.name).toContain("path");
      expect(refused({ ...request, method: request.method === "PATCH" ? "PUT" : "PATCH" }), operation.name).toContain("method");
      expect(refused({ ...request, query: [...request.query, ["misspelt", "1"]] }), operation.name).toContain("query/misspelt");
      const { body } = request;
      if (!body || !isObject(body.value)) continue;
      const { properties, required, additionalProperties: more } = described.body?.schema ?? {};
      const place = described.isFormOfQuery ? "query" : "body";
      if (described.isFormOfQuery || (isObject(properties) && !more)) expect(refused({ ...request, body: { ...body, value: { ...body.value, misspelt: "1" } } }), operation.name).toContain(`${place}/misspelt`);
      for (const name of Array.isArray(required) ? required.map(String) : []) {
        const { [name]: dropped, ...value } = body.value;
        if (dropped !== undefined) expect(refused({ ...request, body: { ...body, value } }), operation.name).toContain(Object.keys(value).length === 0 && !body.type.includes("json") ? "body" : `body/${name}`);
      }
    }
  });

  it("excuses only what is there to excuse", () => {
    for (const exception of contract.exceptions) {
      const used = recorded.filter(({ name }) => ["*", name].includes(exception.operation)).some((operation) => {
        const described = contract.operations[operation.name];
        const inputs = [validateInput(operation, exampleInput(operation)), ...fc.sample(fc.oneof(inputsOf(operation), inputsOf(operation, true)), { seed: 1, numRuns: 40 })];
        return described && inputs.flatMap((input) => requestsOf(connector, operation, input)).some((request) => checkRequest(described, request, given, true).some(({ at }) => covers(exception.at, at)));
      });
      expect(used, `${exception.operation}: ${exception.at}`).toBe(true);
    }
  });
});
