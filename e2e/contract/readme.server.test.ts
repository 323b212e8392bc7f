import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findFreePort } from "@/server/demo/find-free-port";
import { ask } from "./ask";
import { makeFolder, removeFolders } from "./server-process";
import { cookiesOf } from "./workspace-client";

/** What the run that these tests are part of has done before they start: `.ci/run` is `npm ci`, then `npm test`, which builds. */
const alreadyRun = ["npm ci", "npm run build", "npm test"];

let commands: string[];
beforeAll(async () => {
  const readme = await readFile("README.md", "utf8");
  commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.replaceAll(/\\\n\s*/g, "").trim().split(/\n| && /));
});
afterAll(removeFolders);

it("the README's commands are those that are run here, or by the run itself", () => {
  expect(commands.filter((command) => !alreadyRun.includes(command))).toEqual([
    "npm run demo",
    expect.stringMatching(/^export CREDENTIAL_VAULT_SECRET=/),
    expect.stringMatching(/^export CREDENTIAL_VAULT_SALT=/),
    expect.stringMatching(/^export PUBLIC_URL=/),
    "npm start",
    expect.stringMatching(/^curl "\$PUBLIC_URL\/api\/proxy\/<connection id>\/user\/repos"/),
  ]);
});

describe("npm run demo", () => {
  let demo: Program;
  let port: number;
  let cookie: string;
  beforeAll(async () => {
    port = await findFreePort();
    demo = run("npm run demo", { PORT: String(port), DATA_DIR: await makeFolder() });
    const link = await demo.prints(/http:\/\/localhost:\d+\/api\/sign-in-link\S+/);
    const signedIn = await ask(port, "GET", link.slice(link.indexOf("/api/")), { headers: { host: `localhost:${port}` } });
    cookie = cookiesOf(signedIn).map((each) => each.split(";", 1)[0]).join("; ");
  });
  afterAll(() => demo.stop());

  it("prints a link that signs in", async () => {
    expect((await ask(port, "GET", "/", { headers: { cookie, host: `localhost:${port}` } })).text).toContain("Sandbox");
  });

  it("has repositories behind the README's curl", async () => {
    const origin = `http://localhost:${port}`;
    const connected = await ask(port, "POST", "/api/mcps/github/connect/bearer", { headers: { cookie, origin, host: `localhost:${port}` }, body: { token: "ghp_of_the_readme" } });
    const { connection } = connected.json as { connection: { id: string } };
    const made = await ask(port, "POST", "/api/trpc/workspaces.createApiKey", { headers: { cookie, origin, host: `localhost:${port}` }, body: { name: "README", scopes: ["calls:run"], expiresAt: null } });
    const { key } = (made.json as { result: { data: { key: string } } }).result.data;
    const curl = commands.find((command) => command.startsWith("curl "))?.replace("<connection id>", connection.id) ?? "";
    const { stdout } = await promisify(execFile)("bash", ["-c", `${curl} --silent --show-error --fail`], { env: { ...process.env, PUBLIC_URL: origin, PATCHBAY_API_KEY: key } });
    expect((JSON.parse(stdout) as { full_name: string }[]).length).toBeGreaterThan(0);
  });
});

describe("npm start", () => {
  let started: Program;
  let port: number;
  afterAll(() => started.stop());

  it("prints the link of the first account", async () => {
    port = await findFreePort();
    const block = commands.slice(commands.findIndex((command) => command.startsWith("export ")), commands.indexOf("npm start") + 1);
    started = run(block.join("\n").replace("localhost:3000", `localhost:${port}`), { PORT: String(port), DATA_DIR: path.join(await makeFolder(), "data"), ENV_FILE: "" });
    const link = await started.prints(/http:\/\/localhost:\d+\/setup\S+/);
    expect((await ask(port, "GET", link.slice(link.indexOf("/setup")), { headers: { host: `localhost:${port}` } })).text).toContain("Create");
  });
});

type Program = { prints(pattern: RegExp): Promise<string>; stop(): Promise<void> };

/** Runs a script as a person in a terminal would: in a group of its own, so that stopping it stops what it started. */
function run(script: string, env: Record<string, string>): Program {
  const child: ChildProcess = spawn("bash", ["-c", script], { detached: true, stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "production", ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    prints: (pattern) =>
      vi.waitFor(() => pattern.exec(output)?.[0] ?? Promise.reject(new Error(`${pattern} was not printed, but:\n${output}`)), { timeout: 120_000, interval: 100 }),
    stop: async () => {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      await ended;
    },
  };
}
