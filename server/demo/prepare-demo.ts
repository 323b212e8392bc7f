import { eq } from "drizzle-orm";
import { user } from "@/db/schema/identity";
import { createUser } from "@/server/identity/create-user";
import { createSignInLink } from "@/server/identity/demo-sign-in";
import { lockAndCheckUsers } from "@/server/identity/has-users";
import { hashPassword } from "@/server/identity/hash-password";
import { randomToken } from "@/server/lib/ids";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { insertWorkspace } from "@/server/workspaces/insert-workspace";
import { owner } from "./providers/company";
import { twilioAccount } from "./providers/twilio";

/**
 * Makes the demo's owner and workspace where nobody has an account yet, and says how to open them. The address
 * stands alone on the last line. Only the sandbox calls this.
 */
export async function prepareDemo(runtime: Runtime): Promise<string> {
  await createDemoOwner(runtime);
  const [found] = await runtime.database.db.select({ id: user.id }).from(user).where(eq(user.email, owner.email));
  if (!found) return "This database holds accounts that the demo did not make, so the demo signs nobody in. Give it a DATA_DIR of its own.";
  return [
    "The demo is ready. Connectors with a Sandbox badge talk to vendors emulated on this machine:",
    "  GitHub, Slack, Linear, Google Workspace, Microsoft 365   connect and pick an account",
    "  Stripe                                                   paste sk_test_demo_123456",
    `  Twilio                                                   paste ${twilioAccount.sid} and ${twilioAccount.authToken}`,
    "",
    await createSignInLink(runtime, found.id),
  ].join("\n");
}

async function createDemoOwner(runtime: Runtime): Promise<void> {
  // Nobody knows this password: the link is the way in.
  const passwordHash = await hashPassword(new Secret(randomToken()));
  await runtime.database.db.transaction(async (tx) => {
    const ownerId = (await lockAndCheckUsers(tx)) ? null : await createUser(tx, { ...owner, passwordHash });
    if (ownerId === null) return;
    await insertWorkspace(tx, { name: "Demo", slug: "demo", ownerId, isSandbox: true, actor: { kind: "system", id: "demo" } });
  });
}
