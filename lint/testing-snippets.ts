/** What each rule must leave alone and what it must refuse: [file, code, part of the message]. */
export type Snippets = { good: [file: string, code: string][]; bad: [file: string, code: string, message?: RegExp][] };

export const snippets: Record<string, Snippets> = {
  "patchbay/import-direction": {
    good: [
      ["server/connections/verify.ts", `import { newId } from "@/server/lib/ids";`],
      ["server/connections/verify.ts", `import { start } from "@/server/oauth/start"; import { pool } from "./pool";`],
      ["server/vault/seal.ts", `import { schema } from "@/db/schema/schema";`],
      ["server/lib/log.ts", `import { pino } from "pino";`],
      ["server/lib/http/egress.ts", `import { AppError } from "../errors";`],
      ["server/main.ts", `import { boot } from "./boot"; import { router } from "@/server/trpc/router";`],
      ["app/page.tsx", `import { Market } from "@/components/market/market"; import { getRuntime } from "@/server/runtime/runtime";`],
      ["components/market/market.tsx", `import { Button } from "@/components/ui/button";`],
      ["components/market/market.tsx", `import type { AppRouter } from "@/server/trpc/router";`],
      ["components/market/market.tsx", `import { type Connector } from "@/server/catalog/connector";`],
      ["components/market/market.tsx", `import { connectInput } from "@/server/connections/schema"; import { x } from "@/server/oauth/flow.schema";`],
      ["components/ui/button.tsx", `import { cn } from "./cn"; import { Slot } from "@radix-ui/react-slot";`],
      ["server/lib/ids.test.ts", `import { router } from "@/server/trpc/router";`],
      ["server/runtime/testing.ts", `import { openTestDatabase } from "@/db/testing";`],
      ["db/testing-setup.ts", `import { openVault } from "@/server/vault/open-vault";`],
      ["next.config.ts", `import { parseEnv } from "./server/lib/env";`],
    ],
    bad: [
      ["server/lib/log.ts", `import { schema } from "@/db/schema/schema";`, /^server\/lib may not import db\. lib knows nothing of ours/],
      ["server/lib/http/egress.ts", `import type { Runtime } from "../../runtime/runtime";`, /^server\/lib may not import server\/runtime/],
      ["db/client.ts", `import type { Connector } from "@/server/catalog/connector";`, /^db may not import server\/catalog/],
      ["server/vault/seal.ts", `import { recordAudit } from "@/server/audit/record-audit";`, /^server\/vault may not import server\/audit/],
      ["server/oauth/start.ts", `export { store } from "@/server/connections/store";`, /^server\/oauth may not import server\/connections/],
      ["server/oauth/start.ts", `export * from "../connections/store";`, /^server\/oauth may not import server\/connections/],
      ["server/oauth/start.ts", `export const load = () => import("@/server/gateway/forward");`, /^server\/oauth may not import server\/gateway/],
      ["server/oauth/start.ts", `export type Load = import("@/server/gateway/forward").Forward;`, /^server\/oauth may not import server\/gateway/],
      ["server/trpc/router.ts", `import { app } from "@/server/rest/rest-app";`, /^server\/trpc may not import server\/rest/],
      ["server/main.ts", `import { Page } from "@/app/page";`, /^server may not import app/],
      ["server/connections/verify.ts", `import { boot } from "@/server/boot";`, /^server\/connections may not import server\./],
      ["components/market/market.tsx", `import { getRuntime } from "@/server/runtime/runtime";`, /^components may not import server\/runtime\. Components take only types/],
      ["components/market/market.tsx", `import type { Database } from "@/db/client";`, /^components may not import db/],
      ["components/ui/button.tsx", `import { Market } from "@/components/market/market";`, /^components\/ui may not import components/],
      ["components/ui/button.tsx", `import type { Connector } from "@/server/catalog/connector";`, /^components\/ui may not import server\/catalog/],
      ["app/page.tsx", `import { connection } from "@/db/schema/connections";`, /^app may not import db\. A page or route parses/],
      ["server/trpc/router.ts", `import { createTestRuntime } from "@/server/runtime/testing";`, /is for tests/],
      ["server/catalog/registry.ts", `import { sample } from "./samples/github";`, /is for tests/],
      ["server/trpc/router.ts", `import { startApp } from "@/e2e/fixtures/app";`, /is for tests/],
      ["server/shiny/new.ts", `export const one = 1;`, /^server\/shiny is in no layer yet/],
      ["server/trpc/router.ts", `import { one } from "@/server/shiny/new";`, /^server\/shiny is in no layer yet/],
    ],
  },
  "patchbay/no-process-env": {
    good: [
      ["server/lib/env.ts", `export const load = () => parse(process.env);`],
      ["server/demo/demo.ts", `export const env = { ...process.env };`],
      ["server/lib/log.test.ts", `process.env["LOG_LEVEL"] = "info";`],
      ["e2e/run.ts", `const path = process.env.PATH;`],
      ["server/boot.ts", `export const id = process.pid;`],
    ],
    bad: [
      ["server/boot.ts", `export const level = process.env.LOG_LEVEL;`, /server\/lib\/env\.ts/],
      ["components/market/market.tsx", `export const level = process["env"]["LOG_LEVEL"];`],
      ["app/page.tsx", `const { env } = process;`],
      ["app/page.tsx", `export const level = globalThis.process.env.LOG_LEVEL;`],
      ["server/boot.ts", `import { env } from "node:process";`],
    ],
  },
  "patchbay/no-bare-fetch": {
    good: [
      ["server/lib/http/send-request.ts", `import { Pool } from "undici"; export const get = () => fetch("https://example.com");`],
      ["server/gateway/exchange.ts", `import type { Dispatcher } from "undici";`],
      ["server/http-server.ts", `import { createServer } from "node:http";`],
      ["server/trpc/router.ts", `export const load = (fetch: () => void) => fetch();`],
      ["server/trpc/router.ts", `export const handler = { fetch: 1 }; handler.fetch;`],
      ["server/rest/rest.test.ts", `await fetch("http://127.0.0.1");`],
    ],
    bad: [
      ["server/trpc/router.ts", `await fetch("https://example.com");`, /runtime\.egress/],
      ["server/trpc/router.ts", `export const load = { fetch };`],
      ["components/market/market.tsx", `void window.fetch("/api/mcps");`],
      ["components/market/market.tsx", `new EventSource("/api/events");`],
      ["server/oauth/token.ts", `import { request } from "undici";`],
      ["server/oauth/token.ts", `import { request } from "node:http";`],
      ["server/oauth/token.ts", `import https from "node:https";`],
    ],
  },
  "patchbay/no-arctic": {
    good: [["server/oauth/protocol.ts", `import { OAuth2Client } from "arctic";`]],
    bad: [
      ["server/oauth/start.ts", `import { generateState } from "arctic";`, /protocol\.ts/],
      ["server/oauth/start.ts", `import type { OAuth2Tokens } from "arctic";`],
      ["server/oauth/start.test.ts", `import { generateState } from "arctic";`],
      ["app/page.tsx", `const arctic = await import("arctic");`],
    ],
  },
  "patchbay/no-vault-open": {
    good: [
      ["server/connections/open.ts", `runtime.vault.open(sealed, boundTo);`],
      ["server/workspaces/seal.ts", `runtime.vault.seal(secret, boundTo);`],
      ["server/workspaces/seal.ts", `window.open("/");`],
    ],
    bad: [
      ["server/trpc/router.ts", `ctx.runtime.vault.open(sealed, boundTo);`, /opened only by connections/],
      ["server/auth-kinds/bearer.ts", `vault.open(sealed, boundTo);`],
      ["server/auth-kinds/bearer.ts", `runtime.vault?.open(sealed, boundTo);`],
      ["server/workspaces/seal.ts", `const { open } = runtime.vault;`],
    ],
  },
  "patchbay/no-reveal": {
    good: [
      ["server/auth-kinds/bearer.ts", `headers.set("authorization", secret.reveal());`],
      ["server/trpc/router.test.ts", `secret.reveal();`],
      ["server/trpc/router.ts", `reveal();`],
    ],
    bad: [
      ["server/trpc/router.ts", `secret.reveal();`, /stays a Secret/],
      ["server/rest/rest-app.ts", `env.metricsToken?.reveal();`],
      ["components/market/market.tsx", `secret["reveal"]();`],
    ],
  },
  "patchbay/no-trpc-error": {
    good: [
      ["server/trpc/errors.ts", `import { TRPCError } from "@trpc/server";`],
      ["components/providers/trpc.tsx", `import { createTRPCClient } from "@trpc/client";`],
    ],
    bad: [["server/connections/verify.ts", `import { TRPCError } from "@trpc/server";`, /AppError/]],
  },
  "patchbay/no-next-in-server": {
    good: [
      ["server/main.ts", `import next from "next";`],
      ["app/page.tsx", `import { headers } from "next/headers";`],
      ["server/trpc/router.ts", `import { thing } from "next-door";`],
    ],
    bad: [
      ["server/identity/session.ts", `import { cookies } from "next/headers";`, /take the Request/],
      ["server/boot.ts", `import next from "next";`],
      ["server/rest/rest.ts", `import type { NextRequest } from "next/server";`],
    ],
  },
  "patchbay/no-double-cast": {
    good: [["server/boot.ts", `const name = value as string; const raw = text as unknown;`]],
    bad: [
      ["server/boot.ts", `const name = value as unknown as string;`, /parse the value/],
      ["server/boot.ts", `const name = value as never as string;`],
    ],
  },
  "patchbay/no-enum": {
    good: [["server/boot.ts", `type Kind = "one" | "other";`]],
    bad: [["server/boot.ts", `enum Kind { One }`, /type Kind = /]],
  },
  "typescript/no-explicit-any": {
    good: [["server/boot.ts", `export const read = (value: unknown) => value;`]],
    bad: [["server/boot.ts", `export const read = (value: any) => value as string;`]],
  },
  "typescript/no-non-null-assertion": {
    good: [["server/boot.ts", `export const first = (list: string[]) => list[0] ?? "";`]],
    bad: [["server/boot.ts", `export const first = (list: string[]) => list[0]!;`]],
  },
  "typescript/no-unsafe-type-assertion": {
    good: [["server/boot.ts", `export const wide = (text: string) => text as string | number;`]],
    bad: [["server/boot.ts", `export const narrow = (value: unknown) => value as string;`]],
  },
  "typescript/no-floating-promises": {
    good: [["server/boot.ts", `export const later = async () => {}; void later();`]],
    bad: [["server/boot.ts", `export const later = async () => {}; later();`]],
  },
  "typescript/consistent-type-imports": {
    good: [["server/boot.ts", `import type { Server } from "node:net"; export type One = Server;`]],
    bad: [["server/boot.ts", `import { Server } from "node:net"; export type One = Server;`]],
  },
  "no-unused-vars": {
    good: [["server/boot.ts", `export const used = 1;`]],
    bad: [["server/boot.ts", `const unused = 1; export {};`]],
  },
  "import/no-default-export": {
    good: [["app/page.tsx", `export default function Page() { return null; }`]],
    bad: [["components/market/market.tsx", `export default function Market() { return null; }`]],
  },
  "react-hooks/rules-of-hooks": {
    good: [["components/market/market.tsx", `import { useState } from "react"; export function Market() { useState(0); return null; }`]],
    bad: [["components/market/market.tsx", `import { useState } from "react"; export function Market({ isOpen }: { isOpen: boolean }) { if (isOpen) useState(0); return null; }`]],
  },
  "jsx-a11y/alt-text": {
    good: [["components/market/market.tsx", `export const Logo = () => <img alt="" src="/logo.svg" />;`]],
    bad: [["components/market/market.tsx", `export const Logo = () => <img src="/logo.svg" />;`]],
  },
};
