import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "@/db/testing-postgres";

export type TestRedis = { host: string; port: number; password: string; stop(): Promise<void> };

/**
 * A real Redis on loopback with a password for the default user, and the user `app` with `app's password` that may do
 * nothing but PING. `tls` makes it speak TLS only, with a self-signed certificate. Throws with the reason when this
 * machine has none.
 */
export async function startTestRedis(options: { tls?: boolean; password?: string } = {}): Promise<TestRedis> {
  const binary = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"].find((file) => existsSync(file));
  if (!binary) throw new Error("There is no Redis on this machine, and these tests need a real one. Install it, on Debian with: apt-get install redis-server");
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-redis-"));
  const port = await freePort();
  const password = options.password ?? "password of redis";
  const listens = options.tls ? ["--port", "0", "--tls-port", String(port), ...(await certificate(folder)), "--tls-auth-clients", "no"] : ["--port", String(port)];
  const security = password === "" ? [] : ["--requirepass", password, "--user", "app", "on", ">app-password", "+ping"];
  const server = spawn(binary, [...listens, "--bind", "127.0.0.1", "--save", "", "--dir", folder, "--databases", "16", ...security], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes("Ready to accept connections")) resolve();
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", () => reject(new Error(`Redis did not start:\n${log}`)));
  });
  return {
    host: "127.0.0.1",
    port,
    password,
    stop: async () => {
      const exited = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function certificate(folder: string): Promise<string[]> {
  const [key, file] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  await promisify(execFile)("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", file]);
  return ["--tls-cert-file", file, "--tls-key-file", key, "--tls-ca-cert-file", file];
}
