import { createUser } from "@/server/identity/create-user";
import { hasUsers, lockAndCheckUsers } from "@/server/identity/has-users";
import { hashPassword } from "@/server/identity/hash-password";
import type { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { insertApiKey } from "./insert-api-key";
import { insertWorkspace } from "./insert-workspace";
import { keyScopes } from "./permission";

const actor = { kind: "system", id: "bootstrap" } as const;

/**
 * Makes what the `BOOTSTRAP_*` variables ask for: the first owner, their workspace and its API key. Once anybody has
 * an account they are ignored; of several processes that boot together, one does it.
 */
export async function bootstrapInstance(runtime: Runtime): Promise<void> {
  const { log } = runtime;
  const { email, password, apiKey } = runtime.env.bootstrap;
  if (email === undefined || password === undefined) {
    if (apiKey) log.warn("BOOTSTRAP_API_KEY is ignored: it needs BOOTSTRAP_OWNER_EMAIL and BOOTSTRAP_OWNER_PASSWORD beside it.");
    return;
  }
  const isDone = !(await hasUsers(runtime.database.db)) && (await createFirstOwner(runtime, { email, password }));
  log.info(
    isDone
      ? "The first account and its workspace were made from the BOOTSTRAP_* variables."
      : "The BOOTSTRAP_* variables are ignored: somebody has an account here already.",
  );
}

/** False when somebody else was first. */
async function createFirstOwner(runtime: Runtime, owner: { email: string; password: Secret }): Promise<boolean> {
  const { bootstrap, isSandbox } = runtime.env;
  const passwordHash = await hashPassword(owner.password);
  return runtime.database.db.transaction(async (tx) => {
    const ownerId = (await lockAndCheckUsers(tx)) ? null : await createUser(tx, { name: nameFrom(owner.email), email: owner.email, passwordHash });
    if (ownerId === null) return false;
    const slug = bootstrap.workspaceSlug;
    const workspace = await insertWorkspace(tx, { name: nameFrom(slug), slug, ownerId, isSandbox, actor });
    if (bootstrap.apiKey) {
      await insertApiKey(tx, { key: bootstrap.apiKey, workspaceId: workspace.id, name: "Bootstrap key", scopes: [...keyScopes], expiresAt: null, actor });
    }
    return true;
  });
}

/** `ada@example.com` → `Ada`, `acme-shop` → `Acme shop`: a start, to be changed in the settings. */
function nameFrom(text: string): string {
  const words = (text.split("@", 1)[0] ?? text).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
