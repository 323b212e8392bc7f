import { DrizzleQueryError } from "drizzle-orm/errors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "./errors";
import { createLog, type Log, scrubText } from "./log";
import { Secret } from "./secret";

/** What the log writes for one call, as text and as JSON. */
function written(write: (log: Log) => void, level = "trace"): { text: string; line: Record<string, unknown> } {
  let text = "";
  write(createLog(level, { write: (chunk) => void (text += chunk) }));
  return { text, line: text === "" ? {} : JSON.parse(text) };
}

const canary = "Zq7-canary_value";

describe("the form of a line", () => {
  test("level, time, fields and message; nothing of the process or host", () => {
    const { line } = written((log) => log.info({ connectionId: "con_1", durationMs: 12 }, "call finished"));
    expect(line).toEqual({ level: 30, time: expect.any(Number), connectionId: "con_1", durationMs: 12, msg: "call finished" });
  });

  test.each<[string, unknown[], string]>([
    ["%s and %d", ["a", 2], "a and 2"],
    ["%j", [{ a: 1 }], '{"a":1}'],
    ["100%", [], "100%"],
    ["plain", [], "plain"],
  ])("a message of parts: %s", (template, values, message) => {
    expect(written((log) => Reflect.apply(log.warn, log, [template, ...values])).line["msg"]).toBe(message);
    expect(written((log) => Reflect.apply(log.warn, log, [{ a: 1 }, template, ...values])).line).toMatchObject({ a: 1, msg: message });
  });

  test("fields alone need no message", () => {
    expect(written((log) => log.info({ a: 1 })).line).toEqual({ level: 30, time: expect.any(Number), a: 1 });
  });

  test("below the level nothing is written", () => {
    expect(written((log) => log.info("quiet"), "warn").text).toBe("");
    expect(written((log) => log.fatal("quiet"), "silent").text).toBe("");
  });
});

describe("by key", () => {
  const keys = [
    "authorization",
    "Authorization",
    "proxy-authorization",
    "auth",
    "cookie",
    "set-cookie",
    "password",
    "ownerPassword",
    "passphrase",
    "client_secret",
    "clientSecret",
    "vaultSecret",
    "access_token",
    "refreshToken",
    "api_key",
    "apiKey",
    "x-api-key",
    "accessKeyId",
    "private_key",
    "privateKey",
    "codeVerifier",
    "credential",
    "credentials",
    "client_assertion",
    "signature",
    "connectionString",
  ];

  test.each(keys)("%s is hidden at the top, nested, in lists and in children", (key) => {
    const field = { [key]: canary };
    for (const write of [
      (log: Log) => log.info(field, "x"),
      (log: Log) => log.info({ a: { b: { c: field } } }, "x"),
      (log: Log) => log.info({ a: [[field]] }, "x"),
      (log: Log) => log.info({ a: { [key]: { inner: canary } } }, "x"),
      (log: Log) => log.child(field).info("x"),
      (log: Log) => log.child({ a: field }).child({ b: 1 }).info("x"),
      (log: Log) => log.info("x %j %o %s", field, field, field),
    ]) {
      const { text } = written(write);
      expect(text).toContain('"msg":"x');
      expect(text).not.toContain(canary);
    }
  });

  test("other keys stay", () => {
    const fields = { connector: "github", host: "api.github.com", status: 200, keyVersion: 2, ok: true, none: null };
    expect(written((log) => log.info(fields)).line).toMatchObject(fields);
  });

  test("whatever the object looks like, a canary under a sensitive key is not written", () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true }));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "medium" },
        leaf,
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie("tree"), { maxKeys: 3 }),
        fc.record({ password: fc.constant(canary), inner: tie("tree") }),
        fc.record({ cause: fc.constant(new Error("inner", { cause: { token: canary } })), inner: tie("tree") }),
      ),
    }));
    fc.assert(fc.property(tree, (value) => !written((log) => log.info({ value, api_key: canary }, "x")).text.includes(canary)));
  });

  test("an object that holds itself is cut, not followed", () => {
    const ring: Record<string, unknown> = { password: canary };
    ring["ring"] = ring;
    const { text } = written((log) => log.info({ ring }, "x"));
    expect(text).toContain("[deep]");
    expect(text).not.toContain(canary);
  });

  test("bytes are counted, not shown", () => {
    const bytes = Buffer.from(canary);
    const { line, text } = written((log) => log.info({ bytes, view: new Uint8Array(bytes), raw: new Uint8Array(bytes).buffer }, "x"));
    expect(line).toMatchObject({ bytes: "[16 bytes]", view: "[16 bytes]", raw: "[16 bytes]" });
    expect(text).not.toContain(String(bytes[0]) + "," + String(bytes[1]));
  });

  test("a Secret prints nothing under any name", () => {
    const value = new Secret(canary);
    const { text } = written((log) => log.child({ bound: value }).info({ value, list: [value], deep: { value } }, "%s %o %j", value, value, value));
    expect(text).toContain("[secret] ");
    expect(text).not.toContain(canary);
  });
});

/** Made up, in the vendors' forms; put together here so that no scanner takes them for real ones. */
const vendorKeys: [string, string][] = [
  ["Stripe secret", ["sk", "live", "51Habcdefgh12345678"].join("_")],
  ["Stripe restricted", ["rk", "test", "51Habcdefgh12345678"].join("_")],
  ["Stripe webhook", ["whsec", "abcdefgh12345678"].join("_")],
  ["Slack bot", ["xoxb", "123456789012", "abcdefgh"].join("-")],
  ["Slack user", ["xoxp", "123456789012", "abcdefgh"].join("-")],
  ["Slack app", ["xapp", "1-A111-222-abcdef"].join("-")],
  ["GitHub personal", ["ghp", "abcdefghijklmnopqrstuvwxyz0123456789"].join("_")],
  ["GitHub refresh", ["ghr", "abcdefghijklmnopqrstuvwxyz0123456789"].join("_")],
  ["GitHub fine-grained", ["github", "pat", "11ABCDEFG0123456789_abcdefgh"].join("_")],
  ["GitLab", ["glpat", "abcdefgh_12345678-90"].join("-")],
  ["SendGrid", ["SG", "abcdefghijklmnop", "qrstuvwxyz0123456789"].join(".")],
  ["Shopify", ["shpat", "0123456789abcdef0123456789abcdef"].join("_")],
  ["Linear", ["lin", "api", "abcdefgh12345678"].join("_")],
  ["HubSpot", ["pat", "na1", "01234567-89ab-cdef"].join("-")],
  ["Notion", ["ntn", "123456789abcdefgh"].join("_")],
  ["Google access", ["ya29", "a0AfH6SMBabcdefgh"].join(".")],
  ["Google client secret", ["GOCSPX", "abcdefgh12345678"].join("-")],
  ["Google API", ["AIza", "SyA0123456789abcdefghijklmnopqrstuv"].join("")],
  ["AWS", ["AKIA", "ABCDEFGHIJKLMNOP"].join("")],
  ["Databricks", ["dapi", "0123456789abcdef0123456789abcdef"].join("")],
  ["Twilio", ["SK", "0123456789abcdef0123456789abcdef"].join("")],
  ["DigitalOcean", ["dop", "v1", "0123456789abcdef"].join("_")],
  ["ours", ["pb", "abcdefgh12345678"].join("_")],
  ["JWT", ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxIn0", "c2lnbmF0dXJl"].join(".")],
];

describe("by look", () => {
  test.each(vendorKeys)("a key of %s", (_, key) => {
    for (const text of [key, `refused: ${key}.`, `"${key}"`, `first line\n${key}\nlast`, `(${key})`, `x=${key}&y=1`]) {
      expect(scrubText(text)).not.toContain(key.slice(-8));
      expect(written((log) => log.info(text)).text).not.toContain(key.slice(-8));
      expect(written((log) => log.info({ note: { text } }, "x")).text).not.toContain(key.slice(-8));
    }
    expect(written((log) => log.info("%s-%s", key.slice(0, 6), key.slice(6))).text).not.toContain(key);
  });

  test.each([
    [`Authorization: Bearer ${canary}`],
    [`authorization: bearer ${canary}`],
    [`AUTHORIZATION: Basic ${canary}`],
    [`Authorization: ${canary}`],
    [`Authorization: GoogleLogin auth=${canary}`],
    [`{"authorization":"token ${canary}"}`],
    [`sent Bearer   ${canary} to the vendor`],
    [`Cookie: session=${canary}; other=${canary}`],
    [`x-api-key: ${canary}`],
    [`GET https://api.example.com/?access_token=${canary}&page=2`],
    [`GET /api/oauth2/callback/github?code=${canary}&state=${canary}`],
    [`grant_type=refresh_token&refresh_token=${canary}&client_secret=${canary}`],
    [`{"access_token": "${canary}", "expires_in": 3600}`],
    [`{"private_key":"a\\"${canary}"}`],
    [`postgres://patchbay:${canary}@db.example.com/patchbay`],
    [`redis://:a@${canary}@cache.example.com`],
    [`https://${canary}@api.example.com/`],
    [`host=db user=app password=${canary} sslmode=require`],
    [`-----BEGIN RSA PRIVATE KEY-----\n${canary}\n-----END RSA PRIVATE KEY-----`],
    [`-----BEGIN PRIVATE KEY-----\n${canary}`],
  ])("%s", (text) => {
    expect(scrubText(text)).not.toContain(canary);
    expect(scrubText(text)).toContain("[secret]");
    const middle = text.indexOf(canary) + 3;
    for (const write of [
      (log: Log) => log.info(text),
      (log: Log) => log.info("%s", text),
      (log: Log) => log.info("%s%s", text.slice(0, middle), text.slice(middle)),
      (log: Log) => log.info({ note: text }),
      (log: Log) => log.info({ url: { toJSON: () => text } }),
      (log: Log) => log.error(new Error(text)),
      (log: Log) => log.error({ err: new Error("outer", { cause: new Error(text) }) }),
    ]) {
      expect(written(write).text).not.toContain(canary);
    }
  });

  test("what surrounds a credential stays readable", () => {
    expect(scrubText(`GET https://api.example.com/?access_token=${canary}&page=2 failed`)).toBe("GET https://api.example.com/?access_token=[secret]&page=2 failed");
    expect(scrubText(`postgres://u:${canary}@db.example.com:5432/app`)).toBe("postgres://[secret]@db.example.com:5432/app");
  });

  test.each([
    "Basic authentication is off.",
    "The vendor refused the token.",
    "BOOTSTRAP_OWNER_PASSWORD has to be at least 12 characters.",
    "listening on http://127.0.0.1:3000/connectors/github?tab=setup",
    "con_01jd2v8x9q6h0k3m5n7p9r1t3v was paused by user_1",
    "mail to someone@example.com at 12:30",
    "task-force and risk-averse people",
  ])("prose is left alone: %s", (text) => {
    expect(scrubText(text)).toBe(text);
  });

  test("a long text without end is scrubbed in time", () => {
    const started = performance.now();
    for (const unit of ["a", "eyJ", '"', "://", "Bearer ", "sk_", "x=", "-----BEGIN PRIVATE KEY-----", "\\", "pat-"]) scrubText(unit.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("errors", () => {
  test("keep name, code, message, stack and causes", () => {
    const cause = Object.assign(new Error("connect refused"), { code: "ECONNREFUSED" });
    const { line } = written((log) => log.error({ err: new AppError("VENDOR_ERROR", "GitHub did not answer.", { cause, detail: "502 from upstream", details: { provider: "github" } }) }, "call failed"));
    expect(line).toMatchObject({
      msg: "call failed",
      err: {
        name: "AppError",
        code: "VENDOR_ERROR",
        message: "GitHub did not answer.",
        detail: "502 from upstream",
        details: { provider: "github" },
        stack: expect.stringContaining("log.test.ts"),
        cause: { name: "Error", code: "ECONNREFUSED", message: "connect refused" },
      },
    });
  });

  test("given alone, the error's message is the line's", () => {
    expect(written((log) => log.error(new Error("it broke"))).line).toMatchObject({ msg: "it broke", err: { message: "it broke" } });
    expect(written((log) => log.error(new Error("it broke"), "while syncing %s", "a")).line).toMatchObject({ msg: "while syncing a", err: { message: "it broke" } });
  });

  test("secrets in a detail, in details and in every cause are hidden", () => {
    const deepest = Object.assign(new Error(`Bearer ${canary}`), { code: `token=${canary}` });
    const error = new AppError("VENDOR_ERROR", "refused", {
      detail: `{"access_token":"${canary}"}`,
      details: { api_key: canary, note: `Bearer ${canary}` },
      cause: new Error("middle", { cause: { headers: { authorization: canary }, deepest } }),
    });
    for (const write of [(log: Log) => log.error(error), (log: Log) => log.error({ error }), (log: Log) => log.error("%o", error), (log: Log) => log.error({ list: [error] })]) {
      expect(written(write).text).not.toContain(canary);
    }
  });

  test("all parts of an aggregate are told", () => {
    const { line } = written((log) => log.error(new AggregateError([new Error("first"), new Error(`Bearer ${canary}`)], "all failed")));
    expect(line).toMatchObject({ err: { errors: [{ message: "first" }, { message: "[secret]" }] } });
  });

  test("a failed query is told without its parameters or rows", () => {
    const driver = Object.assign(new Error("duplicate key value"), { code: "23505", detail: `Key (hash)=(${canary}) already exists.`, parameters: [canary] });
    const error = new DrizzleQueryError('insert into "api_key" values ($1, $2)', ["a", `${canary}\n    at ${canary}`], driver);
    for (const write of [(log: Log) => log.error(error), (log: Log) => log.error({ err: new Error("outer", { cause: error }) }), (log: Log) => log.error(String(error)), (log: Log) => log.error("%s", error.stack)]) {
      const { text } = written(write);
      expect(text).toContain("insert into");
      expect(text).not.toContain(canary);
    }
    expect(written((log) => log.error(error)).line).toMatchObject({
      err: { message: expect.stringContaining("params: [hidden]"), stack: expect.stringContaining("log.test.ts"), cause: { code: "23505", message: "duplicate key value" } },
    });
  });
});
