import { existsSync } from "node:fs";
import next from "next";
import { seedConnections } from "@/server/connections/seed-connections";
import { boot, type Booted } from "./boot";
import { captureConsole } from "./capture-console";
import { explainListenFailure } from "./explain-start-failure";
import { createHttpServer } from "./http-server";
import { AppError, isAppError } from "./lib/errors";
import { type Env, loadEnv } from "./lib/env";

const stopAfterMs = 10_000;
const graceMs = 3_000;

/** Boots one process: the runtime, Next, and the server in front of both. Refuses with a sentence and exit code 1. */
async function main(): Promise<void> {
  const env = loadEnv();
  if (env.isProduction && !existsSync(".next/BUILD_ID")) throw new AppError("INVALID_REQUEST", "Patchbay did not start:\n  - Its pages are not built here. Run: npm run build");
  const booted = await boot(env);
  if (env.isProduction) captureConsole(booted.runtime.log, globalThis.console);
  try {
    await serve(env, booted);
  } catch (error) {
    await booted.close();
    throw error;
  }
}

async function serve(env: Env, booted: Booted): Promise<void> {
  const { log } = booted.runtime;
  const server = createHttpServer(booted.runtime);
  const app = next({ dev: !env.isProduction, hostname: env.host, port: env.port, dir: process.cwd(), httpServer: server.http });
  await app.prepare();
  server.serve(app.getRequestHandler());
  await server.listen(env.port, env.host).catch((error: unknown) => {
    throw explainListenFailure(error, env);
  });
  log.info(`Patchbay listens on http://${env.host}:${server.port()} as ${env.publicUrl}`);
  // After it listens: a vendor that is slow must not hold up the start.
  void seedConnections(booted.runtime).catch((error: unknown) => log.error({ err: error }, "The environment's connections could not be read."));
  if (booted.announcement !== null) process.stdout.write(`\n${booted.announcement}\n`);

  stopOnSignals(booted, async () => {
    booted.drain();
    await server.close(env.isProduction ? graceMs : 150);
    await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    await booted.close();
  });
}

function stopOnSignals({ runtime: { log } }: Booted, close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (why: string, exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    log.info(`Stopping on ${why}.`);
    setTimeout(() => process.exit(1), stopAfterMs).unref();
    close().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ err: error }, "It did not stop cleanly.");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => stop("SIGTERM", 0));
  process.on("SIGINT", () => stop("SIGINT", 0));
  // Next swallows what nobody caught; a process in an unknown state must not go on serving.
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "Stopping: an error that nobody caught.");
    stop("an error that nobody caught", 1);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${isAppError(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
