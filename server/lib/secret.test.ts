import assert from "node:assert/strict";
import { Console } from "node:console";
import { PassThrough } from "node:stream";
import { format, inspect } from "node:util";
import { deserialize, serialize } from "node:v8";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { expect, test } from "vitest";
import { AppError } from "./errors";
import { createLog } from "./log";
import { Secret } from "./secret";

const canary = "Zq7-canary_value";
const secret = new Secret(canary);
// oxlint-disable-next-line typescript/restrict-template-expressions -- the slip that must stay harmless
const templated = `refused ${secret}`;

/** Everything that a `Console` writes, both streams. */
function printed(print: (console: Console) => void): string {
  const stream = new PassThrough();
  print(new Console(stream, stream));
  return String(stream.read() ?? "");
}

function logged(print: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  print(createLog("trace", { write: (chunk) => void (text += chunk) }));
  return text;
}

function messageOf(fail: () => void): string {
  try {
    fail();
  } catch (error) {
    return inspect(error, { depth: 10, showHidden: true }) + String(error);
  }
  throw new Error("it did not fail");
}

const received = () => {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage({ secret });
  const message: unknown = receiveMessageOnPort(port2);
  port1.close();
  return inspect(message, { depth: 10, showHidden: true });
};

test("reveal is the way out", () => {
  expect(secret.reveal()).toBe(canary);
  expect(new Secret("").reveal()).toBe("");
});

test.each<[string, () => string]>([
  ["String()", () => String(secret)],
  ["a template", () => templated],
  ["concatenation", () => "" + secret],
  ["toString", () => secret.toString()],
  ["toLocaleString", () => secret.toLocaleString()],
  ["join", () => [secret, [secret]].join()],
  ["JSON", () => JSON.stringify(secret)],
  ["JSON, nested", () => JSON.stringify({ a: [{ secret }] }, undefined, 2)],
  ["inspect", () => inspect(secret)],
  ["inspect, nested", () => inspect({ a: { b: [secret, new Map([[secret, secret]]), new Set([secret])] } }, { depth: 10 })],
  ["inspect, hidden properties", () => inspect({ secret }, { showHidden: true, getters: true, showProxy: true, depth: 10 })],
  ["format %s %o %O %j", () => format("%s %o %O %j", secret, secret, secret, secret)],
  ["format, no template", () => format(secret, { secret })],
  ["console.log", () => printed((console) => console.log(secret, { secret }, [secret]))],
  ["console.log %s %o %O %j", () => printed((console) => console.log("%s %o %O %j", secret, secret, secret, { secret }))],
  ["console.error of an error with it as cause", () => printed((console) => console.error(new Error("x", { cause: secret })))],
  ["a search parameter", () => String(new URLSearchParams({ key: String(secret) }).get("key"))],
  ["a header", () => String(new Headers({ key: String(secret) }).get("key"))],
  ["the log, as a field", () => logged((log) => log.info({ value: secret, deep: { list: [secret] } }))],
  ["the log, in a message", () => logged((log) => log.info("%s %o %j", secret, secret, secret))],
])("%s shows [secret] and nothing else", (_, show) => {
  const text = show();
  expect(text).not.toContain(canary);
  expect(text).toContain("[secret]");
});

test.each<[string, () => unknown]>([
  ["inspect without its own hook", () => inspect({ secret }, { customInspect: false, showHidden: true, depth: 10 })],
  ["console.dir", () => printed((console) => console.dir({ secret }, { showHidden: true, depth: 10 }))],
  ["console.table", () => printed((console) => console.table([secret, { secret }]))],
  ["a failed assertion", () => messageOf(() => assert.deepEqual({ secret }, { secret: "other" }))],
  ["a failed assertion on its text", () => messageOf(() => assert.equal(secret, "other"))],
  ["an error's cause", () => inspect(new AppError("INTERNAL", "x", { cause: { secret } }), { depth: 10, showHidden: true })],
  ["an error's message", () => inspect(new Error(templated, { cause: secret }), { depth: 10, showHidden: true })],
  ["a logged error", () => logged((log) => log.error(new AppError("INTERNAL", templated, { cause: secret })))],
  ["a logged secret", () => logged((log) => log.info(secret))],
  ["a child logger", () => logged((log) => log.child({ value: secret }).info("x"))],
  ["keys", () => Object.keys(secret)],
  ["entries", () => Object.entries(secret)],
  ["values", () => Object.values(secret)],
  ["own properties", () => Object.getOwnPropertyDescriptors(secret)],
  ["own keys", () => Reflect.ownKeys(secret).map(String)],
  ["for in", () => {
    const found: string[] = [];
    for (const key in secret) found.push(key);
    return found;
  }],
  ["a spread", () => ({ ...secret })],
  ["assign", () => Object.assign({}, secret)],
  ["its number", () => Number(secret)],
  ["its bytes", () => Buffer.from(String(secret)).toString("latin1")],
  ["structuredClone", () => structuredClone({ secret })],
  ["a message to a worker", () => received()],
  ["v8 serialisation", () => serialize({ secret }).toString("latin1")],
  ["v8 serialisation and back", () => deserialize(serialize({ secret }))],
])("%s shows nothing", (_, show) => {
  const shown = show();
  expect(typeof shown === "string" ? shown : inspect(shown, { depth: 10, showHidden: true })).not.toContain(canary);
});

test("a copy has lost the value", () => {
  expect(structuredClone(secret)).not.toHaveProperty("reveal");
  expect({ ...secret }).not.toHaveProperty("reveal");
  expect(() => Secret.prototype.reveal.call({ ...secret, reveal: () => "", toString: () => "", toJSON: () => "" } as never)).toThrow(TypeError);
});

test("two secrets cannot be told apart by what they show", () => {
  expect(inspect(new Secret("a"))).toBe(inspect(new Secret("a longer one")));
  expect(JSON.stringify(new Secret("a"))).toBe(JSON.stringify(new Secret("a longer one")));
});
