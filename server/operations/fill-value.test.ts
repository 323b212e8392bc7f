import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/server/catalog/operation";
import { fillText, fillValue, placeholders } from "./fill-value";

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie("json")), fc.dictionary(fc.string(), tie("json"), { noNullPrototype: true })),
}));

describe("a template", () => {
  it("keeps the type of what stands alone, whatever it is", () => {
    fc.assert(fc.property(json, (value) => {
      expect(fillValue("{{x}}", { x: value })).toStrictEqual(value);
      expect(fillValue({ a: [{ b: "{{x}}" }] }, { x: value })).toStrictEqual({ a: [{ b: value }] });
    }));
  });

  it("does not read what was put in as a template", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const value = `{{y}}${text}{{y!}}`;
      expect(fillValue({ a: "{{x}}", b: "say {{x}}" }, { x: value, y: "secret" })).toStrictEqual({ a: value, b: `say ${value}` });
    }));
  });

  it("leaves data without placeholders as it is", () => {
    fc.assert(fc.property(json, (value) => {
      fc.pre(!JSON.stringify(value).includes("{{") && !/\[\]|\{\}/.test(JSON.stringify(value)));
      expect(fillValue(value, {})).toStrictEqual(value);
    }));
  });

  it("writes numbers and objects out where other text stands around", () => {
    expect(fillValue("n={{n}} b={{b}} o={{o}} z={{z}}", { n: 1.5, b: false, o: { a: [1] }, z: null })).toBe('n=1.5 b=false o={"a":[1]} z=');
  });

  it("drops the key of what is missing, and what is left with nothing", () => {
    const template = { a: "{{a}}", b: { c: "{{c}}" }, d: ["{{d}}", "x"], e: ["{{e}}"], f: "to {{f}}", fixed: {}, list: [] };
    expect(fillValue(template, {})).toStrictEqual({ d: ["x"], fixed: {}, list: [] });
    expect(fillValue("{{a}}", {})).toBeUndefined();
    expect(fillValue({ a: "{{a}}" }, { a: null })).toStrictEqual({ a: null });
  });

  it("drops the whole object where the mark says so", () => {
    const template = { content: [{ type: "text", value: "{{text!}}" }, { type: "html", value: "{{html!}}" }] };
    expect(fillValue(template, { html: "<p>" })).toStrictEqual({ content: [{ type: "html", value: "<p>" }] });
    expect(fillValue(template, {})).toBeUndefined();
  });

  it("takes no value from an object's own nature", () => {
    expect(fillValue({ a: "{{constructor}}", b: "{{toString}}" }, {})).toBeUndefined();
    expect(fillText("{{__proto__}}", {})).toBeUndefined();
  });

  it("names its placeholders", () => {
    expect(placeholders({ a: "{{x}} {{y!}}", b: [{ c: "{{z}}" }], d: 1, e: "{f}" })).toEqual(["x", "y", "z"]);
  });
});
