import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConnector } from "./check-connector";
import { checkLogo } from "./check-logo.schema";
import type { Connector } from "./connector";
import { allFields, optionFacts, optionFields } from "./connector-parts";
import { matchesFully } from "./field.schema";
import { connectors } from "./registry";

const definitions = path.resolve("server/catalog/connectors");
const logos = path.resolve("public/connectors");
const files = readdirSync(definitions)
  .filter((name) => /^[^.]+\.ts$/.test(name))
  .map((name) => name.replace(/\.ts$/, ""));

/** Every regular expression source of a definition, with where it stands. */
function patternsOf(connector: Connector): [string, string][] {
  const ofFields = allFields(connector).flatMap((field): [string, string | undefined][] => [
    [`${field.key}.pattern`, field.pattern],
    [`${field.key}.looksLike`, field.looksLike],
    [`${field.key}.cut`, field.cut],
  ]);
  const ofFacts = [...(connector.facts ?? []), ...connector.auth.flatMap(optionFacts)].map((fact): [string, string] => [`${fact.name} fact`, fact.pattern]);
  const ofKeys = (connector.keyShapes ?? []).map((shape): [string, string] => ["keyShape", shape]);
  return [...ofFields, ...ofFacts, ...ofKeys].flatMap(([where, source]): [string, string][] => (source === undefined ? [] : [[where, source]]));
}

it("has one definition per file, and one file per definition", () => {
  expect(connectors.map((connector) => connector.slug).toSorted()).toEqual(files.toSorted());
});

it("gives a pasted key to one connector only", () => {
  const samples = connectors.flatMap((connector) => connector.auth.flatMap(optionFields).filter((field) => field.secret).map((field) => field.example));
  for (const sample of samples) {
    const owners = connectors.filter((connector) => (connector.keyShapes ?? []).some((shape) => matchesFully(shape, sample)));
    expect(owners.length, sample).toBeLessThanOrEqual(1);
  }
});

describe.each(connectors.map((connector) => [connector.slug, connector] as const))("%s", (slug, connector) => {
  const isDatabase = connector.auth.some((option) => option.kind === "database" || (option.kind === "basic" && option.driver !== undefined));

  it("keeps the rules that every definition keeps", () => {
    expect(checkConnector(connector)).toEqual([]);
  });

  it("says what it is in short, plain words", () => {
    expect(connector.description).toMatch(/^[A-Z][a-z]+,? /);
    expect(connector.synonyms.length).toBeGreaterThanOrEqual(3);
    expect(connector.synonyms).toEqual(connector.synonyms.map((synonym) => synonym.toLowerCase()));
    expect(connector.popularity).toBeGreaterThanOrEqual(0);
    expect(connector.popularity).toBeLessThanOrEqual(100);
    expect(JSON.stringify(connector)).not.toMatch(/oops|successfully|please/i);
  });

  it("names vendor pages, and when they were read", () => {
    expect(connector.sources.length).toBeGreaterThan(0);
    for (const source of connector.sources) {
      expect(URL.canParse(source.url)).toBe(true);
      expect(source.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it("has a logo that is a clean drawing, and a light one where it is dark", () => {
    const names = [`${slug}.svg`, ...(connector.hasDarkLogo ? [`${slug}-dark.svg`] : [])];
    expect(existsSync(path.join(logos, `${slug}-dark.svg`))).toBe(connector.hasDarkLogo === true);
    for (const name of names) {
      const svg = readFileSync(path.join(logos, name), "utf8");
      expect(checkLogo(svg)).toBeNull();
    }
  });

  it("has patterns that compile, and answer at once whatever is pasted", () => {
    const hostile = ["a", "-", ".", "/", "a.", "a-", "A1", "//", "@", " ", "SG.", "x@"].map((part) => `${part.repeat(Math.floor(4_000 / part.length))}\n!`);
    for (const [where, source] of patternsOf(connector)) {
      const started = process.cpuUsage();
      for (const text of hostile) new RegExp(where.endsWith("cut") ? source : `^(?:${source})$`, "giu").exec(text);
      expect(process.cpuUsage(started).user / 1_000, where).toBeLessThan(250);
    }
  });

  it("is connected from variables by names that its form knows", () => {
    const { environment } = connector;
    const option = connector.auth.find((candidate) => candidate.kind === environment?.authKind);
    const known = [...connector.inputs, ...(option ? optionFields(option) : [])].map((field) => field.key);
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment?.values ?? {})));
    expect(connector.settings.map((field) => field.key)).toEqual(expect.arrayContaining(Object.keys(environment?.settings ?? {})));
  });

  it("is called over HTTP, and proves a credential with a call of its own, unless it is a database", () => {
    expect(connector.api === undefined).toBe(isDatabase);
    expect(connector.verify === undefined).toBe(isDatabase);
  });

  it("describes its webhooks so that they can be checked", () => {
    const { webhook } = connector;
    if (!webhook) return;
    expect(webhook.header).toBe(webhook.header.toLowerCase());
    expect(webhook.key).not.toBe("");
    if (webhook.algorithm === "token") expect(webhook.header !== "" || webhook.tokenPath !== undefined).toBe(true);
    else expect(webhook).toMatchObject({ header: expect.stringMatching(/./), encoding: expect.any(String), signed: expect.stringMatching(/\{(body|sorted_form|crc32)\}/) });
    expect(webhook.publicKey !== undefined, "whose key it is").toBe(webhook.algorithm.startsWith("rsa_"));
    for (const [, name] of (webhook.signed ?? "").matchAll(/\{(\w+)\}/g)) expect(["body", "crc32", "decoded_url", "id", "key", "method", "sorted_form", "timestamp", "url"]).toContain(name);
    if (webhook.bodyHashParam !== undefined) expect(webhook.signed).toMatch(/\{url\}.*\{sorted_form\}/);
    if (webhook.toleranceSeconds !== undefined) expect(webhook.parts ?? webhook.timestampHeader ?? webhook.timestampPath).toBeDefined();
    if (webhook.signed?.includes("{timestamp}")) expect(webhook.timestampHeader ?? webhook.parts).toBeDefined();
    expect(webhook.signed?.includes("{id}") ?? false).toBe(webhook.idHeader !== undefined);
  });

  it("is frozen data that imports types, its family and its own operations alone", () => {
    const source = readFileSync(path.join(definitions, `${slug}.ts`), "utf8");
    const imports = source.match(/^import .*$/gm) ?? [];
    for (const line of imports) expect(/from "(.+)";$/.exec(line)?.[1], line).toMatch(new RegExp(`^(\\.\\./connector|\\.\\./families/[a-z]+|\\./${slug}\\.operations)$`));
    expect(source).not.toMatch(/process\.env|fetch\(|require\(|await /);
    expect(source.split("\n").length).toBeLessThanOrEqual(180);
    expect(Object.isFrozen(connector)).toBe(true);
    expect(connector.auth.every((option) => Object.isFrozen(option) && Object.isFrozen(option.guide))).toBe(true);
  });
});
