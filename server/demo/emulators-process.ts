import { createEmulator } from "emulate";
import { createEmulatorFront } from "./emulator-front";
import { findFreePort } from "./find-free-port";
import { oauthClient } from "./oauth-client";
import type { SandboxProvider } from "./sandbox-provider";
import { sandboxProviders } from "./sandbox-providers";

/** The process that `startEmulators` forks: argv is PUBLIC_URL and the services, its one message their addresses. */
const [publicUrl = "", services = ""] = process.argv.slice(2);
const wanted = new Set(services.split(","));

async function start(provider: SandboxProvider): Promise<[service: string, address: string]> {
  const port = await findFreePort();
  const front = await findFreePort();
  const address = `http://127.0.0.1:${front}`;
  const clients = provider.slugs.map((slug) => oauthClient(publicUrl, slug));
  await createEmulator({ service: provider.service, port, baseUrl: address, seed: { [provider.service]: provider.seed(clients) } });
  await new Promise<void>((resolve) => createEmulatorFront(provider, `http://127.0.0.1:${port}`).listen(front, resolve));
  return [provider.service, address];
}

// Whoever started this is gone, or asks to stop by letting go: nothing here is worth saving.
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole terminal; the parent decides when its emulators stop.
process.on("SIGINT", () => undefined);

// One after the other, so that no two of them find the same free port.
const addresses: Record<string, string> = {};
for (const provider of sandboxProviders) {
  if (!wanted.has(provider.service)) continue;
  const [service, address] = await start(provider);
  addresses[service] = address;
}
process.send?.(addresses);
