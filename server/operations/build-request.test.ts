import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, Operation } from "@/server/catalog/operation";
import { buildRequest } from "./build-request.schema";
import { encodeBody } from "./encode-body";

const operation = (facts: Partial<Operation>): Operation => ({ name: "one", title: "One", group: "All", method: "POST", path: "/one", inputs: {}, isReadOnly: false, ...facts });
const input = (place: "path" | "query" | "header" | "body", more = {}) => ({ in: place, ...more });

describe("a query", () => {
  const one = operation({ method: "GET", query: { fixed: "1", q: "is:open {{q}}" }, inputs: { q: input("query"), limit: input("query", { as: "$top" }), ids: input("query"), wanted: input("query", { list: "comma" }), created: input("query", { list: "brackets" }) } });

  it("has what is fixed, and what was given under the vendor's names", () => {
    const { path } = buildRequest(one, { q: "a b", limit: 5, ids: [1, 2], wanted: ["x", "y"], created: { gte: 3 } }, {});
    expect(path).toBe("/one?fixed=1&q=is:open%20a%20b&$top=5&ids=1&ids=2&wanted=x,y&created%5Bgte%5D=3");
    expect(buildRequest(one, {}, {}).path).toBe("/one?fixed=1");
  });

  it("takes nothing that would end a value", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (q) => {
      const url = new URL(`https://vendor.example${buildRequest(one, { q }, {}).path}`);
      expect([url.searchParams.get("q"), url.hash, [...url.searchParams]]).toEqual([`is:open ${q.toWellFormed()}`, "", [["fixed", "1"], ["q", `is:open ${q.toWellFormed()}`]]]);
    }));
  });

  it("goes on where the path began one", () => {
    const begun = operation({ method: "GET", path: "/posts?author=urn%3Ali%3Aorganization%3A{{id}}", inputs: { id: input("path"), count: input("query") } });
    expect(buildRequest(begun, { id: "7" }, {}).path).toBe("/posts?author=urn%3Ali%3Aorganization%3A7");
    expect(buildRequest(begun, { id: "7&x=1", count: 5 }, {}).path).toBe("/posts?author=urn%3Ali%3Aorganization%3A7%26x=1&count=5");
  });

  it("of a page replaces what was asked, never what is fixed", () => {
    const page = { query: [["$top", "9"], ["fixed", "evil"], ["page", "2"]] satisfies [string, string][] };
    expect(buildRequest(one, { limit: 5 }, {}, page).path).toBe("/one?fixed=1&$top=9&page=2");
  });
});

describe("headers", () => {
  const one = operation({ headers: { "X-Version": "2" }, inputs: { account: input("header", { as: "Stripe-Account" }) } });

  it("come in lower case", () => {
    expect(buildRequest(one, { account: "acct_1" }, {}).headers).toEqual({ "x-version": "2", "stripe-account": "acct_1" });
  });

  it.each(["a\r\nx-evil: 1", "a\nb", "a\0", "ä"])("refuse %j", (account) => {
    expect(() => buildRequest(one, { account }, {})).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });
});

describe("a body", () => {
  it("as a form writes nested values with brackets", () => {
    const one = operation({ inputs: { items: input("body"), metadata: input("body"), flag: input("body"), to: input("body", { as: "To" }) }, body: { type: "form" } });
    const { body } = buildRequest(one, { items: [{ price: "p", quantity: 2 }], metadata: { a: "1&b=2" }, flag: true, to: null }, {});
    expect(body && encodeBody(body)).toEqual({ contentType: "application/x-www-form-urlencoded", bytes: "items%5B0%5D%5Bprice%5D=p&items%5B0%5D%5Bquantity%5D=2&metadata%5Ba%5D=1%26b%3D2&flag=true&To=" });
    const repeated = buildRequest({ ...one, body: { type: "form", lists: "repeat" } }, { items: ["a", "b"] }, {}).body;
    expect(repeated && encodeBody(repeated).bytes).toBe("items=a&items=b");
  });

  it("as JSON is the template, and beside it what no placeholder names", () => {
    const one = operation({ path: "/x/{{id}}", inputs: { id: input("path"), name: input("body"), city: input("body") }, body: { type: "json", value: { address: { city: "{{city}}" } } } });
    expect(buildRequest(one, { id: "1", name: "Ada", city: "Paris" }, {}).body).toEqual({ type: "json", value: { address: { city: "Paris" }, name: "Ada" } });
    expect(buildRequest(one, { id: "1" }, {}).body).toEqual({ type: "json", value: {} });
    expect(buildRequest({ ...one, body: { type: "json", value: "{{city}}" } }, { id: "1", city: ["a"] }, {}).body).toEqual({ type: "json", value: ["a"] });
  });

  it("of GraphQL has the query as it stands, and typed variables", () => {
    const one = operation({ inputs: { first: input("body"), team: input("body") }, body: { type: "graphql", query: "query { x }", variables: { filter: { team: { eq: "{{team}}" } } } } });
    expect(buildRequest(one, { first: 5, team: "ENG" }, {}, { body: { after: "c" } }).body).toEqual({ type: "json", value: { query: "query { x }", variables: { filter: { team: { eq: "ENG" } }, first: 5, after: "c" } } });
    expect(buildRequest(one, {}, {}).body).toEqual({ type: "json", value: { query: "query { x }" } });
  });

  it("may be one value alone: text, or a file", () => {
    const one = operation({ inputs: { name: input("query"), content: input("body") }, body: { type: "raw", value: "{{content}}" } });
    const sent = (template: Operation["body"], content: Json) => {
      const { body } = buildRequest({ ...one, ...(template ? { body: template } : {}) }, { name: "a", content }, {});
      return body ? encodeBody(body) : null;
    };
    expect(sent(undefined, "{{name}} é")).toEqual({ contentType: "text/plain; charset=utf-8", bytes: "{{name}} é" });
    const file = { contentType: "image/png\r\nx-evil: 1", base64: Buffer.from([0, 255]).toString("base64") };
    expect(sent(undefined, file)).toEqual({ contentType: "image/pngx-evil: 1", bytes: Buffer.from([0, 255]) });
    expect(sent({ type: "raw", value: "{{content}}", contentType: "application/octet-stream" }, file)).toEqual({ contentType: "application/octet-stream", bytes: Buffer.from([0, 255]) });
    expect(buildRequest(one, { name: "a" }, {}).body).toEqual({ type: "raw", value: "" });
  });

  it("is text or a file as it is", () => {
    const one = operation({ inputs: { content: input("body") }, body: { type: "raw", value: "{{content}}" } });
    const encoded = (content: Json) => encodeBody(buildRequest(one, { content }, {}).body ?? { type: "raw", value: "" });
    expect(encoded("a,b\n")).toEqual({ contentType: "text/plain; charset=utf-8", bytes: "a,b\n" });
    expect(encoded({ fileName: "a.pdf", contentType: "application/pdf", base64: Buffer.from("%PDF").toString("base64") })).toEqual({ contentType: "application/pdf", bytes: Buffer.from("%PDF") });
  });

  it("as multipart sends files, and names that cannot end a header", async () => {
    const one = operation({ inputs: { purpose: input("body"), file: input("body") }, body: { type: "multipart" } });
    const file = { fileName: 'a"\r\nb.txt', contentType: "text/plain\r\nx-evil: 1", base64: Buffer.from("hello\0").toString("base64") };
    const { body } = buildRequest(one, { purpose: "logo", file }, {});
    const encoded = body ? encodeBody(body) : { contentType: "", bytes: "" };
    const form = await new Response(Buffer.from(encoded.bytes), { headers: { "content-type": encoded.contentType } }).formData();
    expect(form.get("purpose")).toBe("logo");
    const sent = form.get("file");
    expect(sent instanceof File && [await sent.text(), sent.type]).toEqual(["hello\0", "text/plainx-evil: 1"]);
  });

  it("as multipart says which parts are JSON", () => {
    const encoded = encodeBody({ type: "multipart", parts: [["note", "a"], ["metadata", { register: "2026/11" }]] });
    expect(String(encoded.bytes).replaceAll(/--patchbay-[\w-]+/g, "--")).toBe('--\r\nContent-Disposition: form-data; name="note"\r\n\r\na\r\n--\r\nContent-Disposition: form-data; name="metadata"\r\nContent-Type: application/json\r\n\r\n{"register":"2026/11"}\r\n--\r\n');
  });
});

describe("a host", () => {
  it("takes what the connection knows, and nothing that was given", () => {
    const one = operation({ host: "{tracking_host}", inputs: { tracking_host: input("body") }, body: { type: "json" } });
    expect(buildRequest(one, { tracking_host: "evil.example" }, { tracking_host: "events.eu1.segmentapis.com" }).host).toBe("events.eu1.segmentapis.com");
    expect(buildRequest(one, { tracking_host: "evil.example" }, {}).host).toBe("{tracking_host}");
  });
});
