import { describe, expect, it } from "vitest";
import type { Operation, Pagination } from "@/server/catalog/operation";
import { buildRequest } from "./build-request.schema";
import { nextCursor, pageOf } from "./turn-page";

const get: Operation = { name: "list", title: "List", group: "All", method: "GET", path: "/v1/things", query: { fixed: "1" }, inputs: { limit: { in: "query", type: "integer" } }, isReadOnly: true };
const post: Operation = { ...get, method: "POST", query: {}, inputs: {}, body: { type: "form" } };

/** The request of a page, and the cursor of the one after it. */
function turn(pagination: Pagination, operation: Operation, cursor: string | null, answer: { headers?: Record<string, string>; body?: unknown; data?: unknown }, input = {}) {
  const page = cursor === null ? {} : pageOf(pagination, operation, cursor);
  const request = buildRequest(operation, input, {}, page);
  return { request, next: nextCursor(pagination, request, page, { headers: answer.headers ?? {}, body: answer.body ?? null, data: answer.data }) };
}

describe("pages by cursor", () => {
  const kind: Pagination = { kind: "cursor", param: "after", path: "page.next", more: "more" };
  it("go on in the query, or in the body", () => {
    expect(turn(kind, get, "a&b=c", {}).request.path).toBe("/v1/things?fixed=1&after=a%26b%3Dc");
    expect(turn(kind, post, "x", {}).request.body).toEqual({ type: "form", pairs: [["after", "x"]] });
  });
  it.each([
    [{ more: true, page: { next: "n" } }, "n"],
    [{ more: true, page: { next: 7 } }, "7"],
    [{ more: false, page: { next: "n" } }, null],
    [{ more: true, page: { next: "" } }, null],
    [{ more: true }, null],
    ["not JSON", null],
  ])("after %j comes %j", (body, next) => expect(turn(kind, get, null, { body }).next).toBe(next));
});

describe("pages by offset", () => {
  const kind: Pagination = { kind: "offset", param: "offset", limitParam: "limit" };
  it("count what came", () => {
    expect(turn(kind, get, null, { data: [1, 2] }, { limit: 2 }).next).toBe("2");
    const second = turn(kind, get, "2", { data: [3] }, { limit: 2 });
    expect([second.request.path, second.next]).toEqual(["/v1/things?fixed=1&limit=2&offset=2", null]);
    expect(turn({ ...kind, total: "total" }, get, null, { body: { total: 2 }, data: [1, 2] }, { limit: 2 }).next).toBeNull();
    expect(turn({ ...kind, total: "total" }, get, null, { body: { total: 3 }, data: [1, 2] }, { limit: 2 }).next).toBe("2");
    expect(turn(kind, get, null, { data: [] }).next).toBeNull();
  });
  it("take nothing but a number", () => expect(() => pageOf(kind, get, "2&x=1")).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" })));
});

describe("pages by number", () => {
  const kind: Pagination = { kind: "page", param: "page", limitParam: "limit" };
  const next = (pagination: Pagination, cursor: string | null, answer: { body?: unknown; data?: unknown }) => turn(pagination, get, cursor, answer, { limit: 2 }).next;
  it("go on while they are full", () => {
    expect(turn(kind, get, "2", {}, { limit: 2 }).request.path).toBe("/v1/things?fixed=1&limit=2&page=2");
    expect([next(kind, null, { data: [1, 2] }), next(kind, "2", { data: [3, 4] }), next(kind, "3", { data: [5] }), next(kind, "3", { data: [] }), next(kind, null, { body: "not JSON" })]).toEqual(["2", "3", null, null, null]);
  });
  it("may be numbered from 0", () => {
    const zero: Pagination = { ...kind, first: 0, pages: "pages" };
    expect([next(zero, null, { body: { pages: 1 } }), next(zero, null, { body: { pages: 2 } }), next(zero, "1", { body: { pages: 2 } })]).toEqual([null, "1", null]);
  });
  it("end where the vendor says", () => {
    expect([next({ ...kind, pages: "info.pages" }, "2", { body: { info: { pages: 3 } }, data: [1] }), next({ ...kind, pages: "info.pages" }, "3", { body: { info: { pages: 3 } }, data: [1, 2] })]).toEqual(["3", null]);
    expect([next({ ...kind, total: "total" }, null, { body: { total: "3" }, data: [1, 2] }), next({ ...kind, total: "total" }, "2", { body: { total: "4" }, data: [1, 2] })]).toEqual(["2", null]);
  });
  it("take nothing but a number", () => expect(() => pageOf(kind, get, "2&x=1")).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" })));
});

describe("pages by link", () => {
  const link: Pagination = { kind: "link_header" };
  it("keep the operation's own path and what is fixed, wherever the link leads", () => {
    const headers = { link: '<https://api.example/repositories/1/issues?page=1>; rel="prev", <https://evil.example/other?page=3&fixed=2>; rel="next"' };
    const { next } = turn(link, get, null, { headers });
    expect(next).toBe("page=3&fixed=2");
    expect(turn(link, get, next, { headers: { link: '<https://api.example/x?page=1>; rel="last"' } })).toMatchObject({ request: { path: "/v1/things?fixed=1&page=3" }, next: null });
  });
  it("end where the vendor names a next page that holds nothing", () => {
    const header = (results: boolean) => ({ link: `<https://sentry.io/x?cursor=0:0:1>; rel="previous"; results="false"; cursor="0:0:1", <https://sentry.io/x?cursor=0:25:0>; rel="next"; results="${results}"; cursor="0:25:0"` });
    expect([turn(link, get, null, { headers: header(true) }).next, turn(link, get, null, { headers: header(false) }).next]).toEqual(["cursor=0:25:0", null]);
  });
  it("are the same in a body", () => {
    const kind: Pagination = { kind: "next_url", path: "@odata.nextLink" };
    const { next } = turn(kind, get, null, { body: { "@odata.nextLink": "https://graph.example/v1/things?$skiptoken=a%2Fb&limit=9" } }, { limit: 2 });
    expect(turn(kind, get, next, {}, { limit: 2 }).request.path).toBe("/v1/things?fixed=1&$skiptoken=a/b&limit=9");
  });
  it("may stand below the operation's own path, and nowhere else", () => {
    const kind: Pagination = { kind: "next_url", path: "nextRecordsUrl", below: true };
    const { next } = turn(kind, get, null, { body: { nextRecordsUrl: "/v1/things/01gD-2000" } });
    expect(next).toBe("/01gD-2000");
    const second = turn(kind, get, next, { body: { nextRecordsUrl: "/v1/things/01gD-4000" } });
    expect([second.request.path, second.next]).toEqual(["/v1/things/01gD-2000", "/01gD-4000"]);
    expect(turn(kind, get, null, { body: { nextRecordsUrl: "/v1/other/01gD-2000" } }).next).toBeNull();
    for (const cursor of ["/../other", "/a/b", "//evil", "x", "/%2e%2e"]) expect(() => pageOf(kind, get, cursor), cursor).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });
});

it("pages of GraphQL follow the outermost pageInfo", () => {
  const operation: Operation = { ...post, body: { type: "graphql", query: "query { x }" } };
  const inner = { nodes: [], pageInfo: { hasNextPage: true, endCursor: "inner" } };
  const page = (more: boolean) => ({ data: { a: { name: "x" }, team: { issues: { nodes: [{ comments: inner }], first: { comments: inner }, pageInfo: { hasNextPage: more, endCursor: "c1" } } } } });
  expect(turn({ kind: "graphql" }, operation, null, { body: page(true) }).next).toBe("c1");
  expect(turn({ kind: "graphql" }, operation, "c1", { body: page(false) })).toMatchObject({ next: null, request: { body: { value: { variables: { after: "c1" } } } } });
  expect(turn({ kind: "graphql" }, operation, null, { body: { data: null } }).next).toBeNull();
});
