import { expect } from "vitest";
import { z } from "zod";
import { startTestVendor, type TestVendor } from "@/server/connections/testing";
import type { Env } from "@/server/lib/env";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { rest } from "./rest";

export const publicUrl = "http://localhost:3000";

/** The slugs whose API the stand-in answers. */
const emulated = ["stripe", "github", "twilio", "mailchimp", "shopify", "sendgrid"];

export type Call = {
  /** A workspace key; the test's own unless given, null for nobody. */
  key?: string | null;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, without a content type of its own. */
  text?: string;
};
export type Answer = { status: number; headers: Headers; body: unknown; text: string };

export type RestTest = {
  runtime: Runtime;
  vendor: TestVendor;
  /** The owner of a workspace, and a key of it with every scope. */
  ctx: WorkspaceContext;
  key: string;
  call(method: string, path: string, options?: Call): Promise<Answer>;
  close(): Promise<void>;
};

/** The REST app on a database of its own, with one stand-in for all vendors. Every answer is held to the contract's form. */
export async function createRestTest(options: { env?: Record<string, string>; overrides?: Partial<Env> } = {}): Promise<RestTest> {
  const vendor = await startTestVendor();
  const endpoints = Object.fromEntries(emulated.map((slug) => [slug, { apiBaseUrl: vendor.origin, tokenUrl: `${vendor.origin}/token` }]));
  const { runtime, close } = await createTestRuntime({ ...(options.env ? { env: options.env } : {}), overrides: { connectorEndpoints: endpoints, ...options.overrides } });
  const ctx = await createTestContext(runtime);
  const key = await createTestKey(ctx);
  return {
    runtime,
    vendor,
    ctx,
    key,
    call: (method, path, call = {}) => send(method, path, { key, ...call }),
    close: async () => {
      await close();
      await vendor.close();
    },
  };
}

async function send(method: string, path: string, { key, headers = {}, body, text }: Call): Promise<Answer> {
  const sent = new Headers({ ...(typeof key === "string" ? { authorization: `Bearer ${key}` } : {}), ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers });
  // A text body would bring a content type along; bytes do not.
  const bytes = text === undefined ? (body === undefined ? null : JSON.stringify(body)) : new TextEncoder().encode(text);
  const response = await rest.fetch(new Request(new URL(path, publicUrl), { method, headers: sent, body: bytes }));
  const answer = await response.text();
  expect(response.headers.get("x-request-id")).toMatch(/^req_/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  if (answer === "") return { status: response.status, headers: response.headers, body: null, text: answer };
  expect(response.headers.get("content-type")).toContain("application/json");
  const parsed: unknown = JSON.parse(answer);
  if (response.status >= 400 && !path.startsWith("/health")) expectContractError(parsed, response.headers.get("x-request-id"));
  return { status: response.status, headers: response.headers, body: parsed, text: answer };
}

function expectContractError(body: unknown, requestId: string | null): void {
  const error = { code: expect.stringMatching(/^[A-Z][A-Z_]+$/) as unknown, message: expect.stringMatching(/[.]$/) as unknown, details: expect.any(Object) as unknown, requestId };
  expect(body).toEqual({ success: false, error });
}

const withConnection = z.object({ success: z.literal(true), connection: z.looseObject({ id: z.string() }) });

/** The connection of an answer that has one. */
export function connectionOf(answer: Answer): Record<string, unknown> & { id: string } {
  return withConnection.parse(answer.body).connection;
}

/** An error's text without what differs between two calls. */
export function withoutRequestId(answer: Answer): string {
  return `${answer.status} ${answer.text.replace(/"requestId":"[^"]+"/, "")}`;
}
