import { expect, it } from "vitest";
import { parseEnv } from "@/server/lib/env";
import { demoEnv } from "./demo-env";

const settings = { port: 3001, publicUrl: "http://localhost:3001", dataDir: "/tmp/demo", endpointsFile: "" };

it("takes nothing from the shell that leads to a real database, cache or vault", () => {
  const shell = {
    PATH: "/bin",
    DATABASE_URL: "postgres://production/patchbay",
    REDIS_URL: "redis://production",
    CREDENTIAL_VAULT_SECRET: "real",
    BOOTSTRAP_OWNER_EMAIL: "admin@example.com",
    GITHUB_CLIENT_SECRET: "real",
    PORT: "80",
  };
  const env = demoEnv(shell, settings, { GITHUB_CLIENT_SECRET: "sandbox" });
  expect(env).toMatchObject({ PATH: "/bin", PORT: "3001", GITHUB_CLIENT_SECRET: "sandbox" });
  expect(Object.keys(env)).not.toEqual(expect.arrayContaining([expect.stringMatching(/DATABASE|REDIS|VAULT|BOOTSTRAP/)]));
});

it("makes an environment that the app starts with, in its sandbox", () => {
  expect(parseEnv(demoEnv({}, settings, {}))).toMatchObject({ isSandbox: true, isProduction: true, publicUrl: "http://localhost:3001", dataDir: "/tmp/demo", logLevel: "warn" });
});

it("lets the shell ask for more log", () => {
  expect(demoEnv({ LOG_LEVEL: "debug" }, settings, {})["LOG_LEVEL"]).toBe("debug");
});
