import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { categories } from "./category.schema";
import type { AuthOption, Connector, Field, FieldFact, GuideStep, Verification } from "./connector";
import { fieldExample } from "./field-example";
import { checkField, cleanValue, matchesFully } from "./field.schema";
import { connectors } from "./registry";
import { templateNames } from "./template-names";

const definitions = path.resolve("server/catalog/connectors");
const logos = path.resolve("public/connectors");
const files = readdirSync(definitions)
  .filter((name) => /^[^.]+\.ts$/.test(name))
  .map((name) => name.replace(/\.ts$/, ""));

const optionFields = (option: AuthOption): Field[] => ("fields" in option ? option.fields : []);
const optionFacts = (option: AuthOption): FieldFact[] => ("facts" in option ? (option.facts ?? []) : []);
const oauthOf = (connector: Connector) => connector.auth.flatMap((option) => (option.kind === "oauth2" ? [option] : []));
const allFields = (connector: Connector) => [...connector.inputs, ...connector.auth.flatMap(optionFields), ...connector.settings];
const choiceFacts = (input: Field) => Object.keys(input.options?.[0]?.facts ?? {});
const urlNames = (connector: Connector) => new Set([...connector.inputs.flatMap((input) => [input.key, ...choiceFacts(input)]), ...(connector.facts ?? []).map((fact) => fact.name)]);

const signedFields = { aws_sigv4: ["access_key_id", "secret_access_key"], oauth1: ["consumer_key", "consumer_secret", "token_id", "token_secret"] };

/** The fields that a way to connect puts on a request or into the request for a token. */
function placedNames(option: AuthOption): string[] {
  const placement = "placement" in option ? option.placement : option.kind === "service_account" ? option.assertion?.placement : undefined;
  const placed = [placement ?? []].flat().flatMap((place) => {
    if (place.in === "aws_sigv4" || place.in === "oauth1") return signedFields[place.in];
    return (place.in === "basic" ? [place.username, place.password] : [place.template]).flatMap(templateNames);
  });
  const { privateKey, passphrase, certificate } = (option.kind === "service_account" && option.assertion) || {};
  return [...placed, ...[privateKey, passphrase, certificate].filter((name) => name !== undefined)];
}

function verifications(connector: Connector): Omit<Verification, "perKind">[] {
  if (!connector.verify) return [];
  const own = [connector.verify, ...Object.values(connector.verify.perKind ?? {})];
  return own.flatMap((entry) => [entry, ...(entry.alternatives ?? [])]);
}

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
  const isDatabase = connector.auth.some((option) => option.kind === "database");

  it("says what it is in short, plain words", () => {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(categories.map((category) => category.id)).toContain(connector.category);
    expect(connector.description.length).toBeLessThanOrEqual(110);
    expect(connector.description).toMatch(/^[A-Z][a-z]+,? /);
    expect(connector.description).not.toMatch(/[.!]$/);
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
    for (const url of [connector.website, connector.docsUrl]) expect(new URL(url).protocol).toBe("https:");
  });

  it("has a logo that is a clean drawing, and a light one where it is dark", () => {
    const names = [`${slug}.svg`, ...(connector.hasDarkLogo ? [`${slug}-dark.svg`] : [])];
    expect(existsSync(path.join(logos, `${slug}-dark.svg`))).toBe(connector.hasDarkLogo === true);
    for (const name of names) {
      const svg = readFileSync(path.join(logos, name), "utf8");
      expect(svg.length).toBeLessThan(6 * 1024);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 24 24">/);
      expect(svg).not.toMatch(/<script|<style|<image|<use|<foreignObject|\son\w+=|href|url\(|<!|<\?/i);
      for (const [, tag] of svg.matchAll(/<(\w+)/g)) expect(["svg", "g", "path", "circle"]).toContain(tag);
    }
  });

  it("has fields that can be filled in", () => {
    const groups = [connector.inputs, connector.settings, ...connector.auth.map((option) => [...connector.inputs, ...optionFields(option)])];
    for (const group of groups) expect(new Set(group.map((field) => field.key)).size).toBe(group.length);
    for (const field of allFields(connector)) {
      expect(field.key).toMatch(/^[a-z]\w*$/i);
      expect(field.label).not.toBe("");
      if (field.jsonKeys) continue;
      expect(checkField(field, field.example), `${field.key}: ${field.example}`).toBeNull();
      expect(cleanValue(field, field.example)).toBe(field.example);
      if (field.default !== undefined) expect(checkField(field, field.default)).toBeNull();
      if (field.looksLike) expect(matchesFully(field.looksLike, field.example), `${field.key} looks like its example`).toBe(true);
      if (field.pattern && !field.secret) expect(field.patternHint, `${field.key} says what is wrong`).toBeDefined();
    }
    for (const field of [...connector.inputs, ...connector.settings]) expect(field.secret, `${field.key} is no secret`).toBe(false);
    const names = connector.inputs.flatMap((input) => [input.key, ...choiceFacts(input)]);
    expect(new Set(names).size, "a choice tells nothing that is there already").toBe(names.length);
    for (const input of connector.inputs) for (const option of input.options ?? []) expect(Object.keys(option.facts ?? {}), `${option.value} tells the same as the other choices`).toEqual(choiceFacts(input));
  });

  it("has patterns that compile, and answer at once whatever is pasted", () => {
    const hostile = ["a", "-", ".", "/", "a.", "a-", "A1", "//", "@", " ", "SG.", "x@"].map((part) => `${part.repeat(Math.floor(4_000 / part.length))}\n!`);
    for (const [where, source] of patternsOf(connector)) {
      const started = performance.now();
      for (const text of hostile) new RegExp(where.endsWith("cut") ? source : `^(?:${source})$`, "giu").exec(text);
      expect(performance.now() - started, where).toBeLessThan(250);
    }
  });

  it("fills its addresses from inputs and facts alone", () => {
    const names = urlNames(connector);
    const addresses = [
      ...(connector.api ? [connector.api.baseUrl, ...connector.api.hosts] : []),
      ...connector.auth.flatMap((option) => ("tokenUrl" in option ? [option.tokenUrl ?? ""] : [])),
      ...Object.values(connector.api?.headers ?? {}),
      ...Object.values(connector.api?.perKind ?? {}),
      ...oauthOf(connector).map(({ lookup }) => lookup?.choose?.equals ?? ""),
      ...oauthOf(connector).flatMap(({ lookup, exchange }) => [lookup?.url ?? "", exchange?.afterCode?.url ?? "", exchange?.renew.url ?? ""]),
      ...oauthOf(connector).flatMap((option) => [option.authorizeUrl, ...(option.revoke ? [option.revoke.url.replace("{client_id}", "")] : [])]),
      ...verifications(connector).flatMap((entry) => [entry.path, entry.host ?? ""]),
    ];
    for (const address of addresses) for (const name of templateNames(address)) expect(names, address).toContain(name);
    for (const entry of verifications(connector)) {
      for (const candidate of [...entry.account.id, ...entry.account.label]) for (const name of templateNames(candidate)) expect(names).toContain(name);
    }
    const declared = (connector.facts ?? []).map((fact) => fact.name);
    const told = connector.auth.flatMap((option) => [
      ...optionFacts(option).map((fact) => fact.name),
      ...("tokenFacts" in option ? (option.tokenFacts ?? []) : []),
      ...Object.keys((option.kind === "oauth2" && option.lookup?.pick) || {}),
      ...Object.keys((option.kind === "client_credentials" && option.signIn?.facts) || {}),
    ]);
    for (const name of told) expect(declared).toContain(name);
    // What a choice means is the definition's own and told by nobody else.
    for (const input of connector.inputs) for (const name of choiceFacts(input)) expect(declared).not.toContain(name);
    for (const option of oauthOf(connector)) for (const name of option.callbackFacts ?? []) expect(names).toContain(name);
  });

  it("places only what its form asks for", () => {
    for (const option of connector.auth) {
      const keys = new Set([...optionFields(option).map((field) => field.key), ...(option.kind === "oauth2" || option.kind === "client_credentials" || option.kind === "service_account" ? ["access_token"] : [])]);
      for (const name of placedNames(option)) expect(keys).toContain(name);
      for (const fact of optionFacts(option)) {
        expect(keys).toContain(fact.field);
        const field = optionFields(option).find((candidate) => candidate.key === fact.field);
        expect(new RegExp(`^(?:${fact.pattern})$`, "u").exec(field ? fieldExample(field) : "")?.[1], `${fact.name} in the example`).toBeTruthy();
      }
    }
  });

  it("is connected from variables by names that its form knows", () => {
    const { environment } = connector;
    const option = connector.auth.find((candidate) => candidate.kind === environment?.authKind);
    const known = [...connector.inputs, ...(option ? optionFields(option) : [])].map((field) => field.key);
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment?.values ?? {})));
    expect(connector.settings.map((field) => field.key)).toEqual(expect.arrayContaining(Object.keys(environment?.settings ?? {})));
  });

  it("speaks https to hosts that it names", () => {
    const { api } = connector;
    expect(api === undefined).toBe(isDatabase);
    const origins = [api?.baseUrl ?? "{x}", ...connector.auth.flatMap((option) => ("tokenUrl" in option ? [option.tokenUrl ?? "{x}"] : [])), ...oauthOf(connector).flatMap((option) => [option.authorizeUrl, option.revoke?.url ?? option.tokenUrl, option.lookup?.url ?? "{x}", option.exchange?.renew.url ?? "{x}"])];
    for (const origin of origins) expect(origin).toMatch(/^(https:\/\/|\{)/);
    expect(api?.baseUrl ?? "https://x").toMatch(/^(https:\/\/[^/]+|\{\w+\})$/);
    for (const [kind, base] of Object.entries(api?.perKind ?? {})) {
      expect(base).toMatch(/^https:\/\/[^/]+(\/[^/]+)*$/);
      expect(connector.auth.map((option) => option.kind)).toContain(kind);
    }
    for (const host of api?.hosts ?? []) {
      expect(host).toMatch(/^((\*\.)?[a-z0-9{}_-]+(\.[a-z0-9{}_-]+)+|\{\w+\})$/);
      if (host.startsWith("*.")) expect(host.split(".").length, `${host} is a wildcard over a whole registry`).toBeGreaterThanOrEqual(3);
    }
    for (const name of Object.keys(api?.headers ?? {})) expect(name).toBe(name.toLowerCase());
  });

  it("proves a credential with a call of its own", () => {
    expect(connector.verify === undefined).toBe(isDatabase);
    for (const entry of verifications(connector)) {
      expect(entry.path).toMatch(/^\//);
      if (entry.host) expect(connector.api?.hosts).toContain(entry.host);
      if (entry.method === "GET") expect(entry.body).toBeUndefined();
      for (const hint of entry.hints ?? []) {
        expect(hint.message).toMatch(/^[A-Z].*\.$/);
        expect(hint.status ?? hint.code).toBeDefined();
      }
    }
    if (connector.verify) expect(connector.verify.account.label.length).toBeGreaterThan(0);
  });

  it("explains every scope, and asks for what it needs", () => {
    for (const option of oauthOf(connector)) {
      expect(new Set(option.scopes.map((scope) => scope.value)).size).toBe(option.scopes.length);
      for (const scope of option.scopes) {
        expect(scope.meaning).toMatch(/^[A-Z]/);
        expect(scope.meaning).not.toMatch(/\.$/);
        expect(scope.meaning.length).toBeLessThanOrEqual(100);
        if (scope.isRequired) expect(scope.isDefault, `${scope.value} is required, so it is asked for`).toBe(true);
      }
      // Some vendors have none: what an app may do is chosen where it is registered.
      if (option.scopes.length > 0) expect(option.scopes.some((scope) => scope.isDefault)).toBe(true);
    }
  });

  it("guides a newcomer, with the address to copy", () => {
    const steps = connector.auth.flatMap((option): [string, GuideStep][] => option.guide.map((step) => [option.label, step]));
    for (const option of connector.auth) expect(option.guide.length, option.label).toBeGreaterThanOrEqual(3);
    for (const [, step] of steps) {
      expect(step.text).toMatch(/^[A-Z].*[.:]$/s);
      if (step.url) expect(new URL(step.url).protocol).toBe("https:");
      for (const name of templateNames(`${step.text} ${step.copy ?? ""}`)) expect(["callbackUrl", "publicUrl"]).toContain(name);
    }
    for (const option of oauthOf(connector)) expect(option.guide.filter((step) => step.copy === "{callbackUrl}")).toHaveLength(1);
    expect(new Set(connector.auth.map((option) => option.kind)).size, "one way per auth kind").toBe(connector.auth.length);
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
