import type { z } from "zod";
import { createUser } from "@/server/identity/create-user";
import { lockAndCheckUsers } from "@/server/identity/has-users";
import { hashPassword } from "@/server/identity/hash-password";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import type { WorkspaceContext } from "./context";
import { insertWorkspace } from "./insert-workspace";
import type { completeSetupInput } from "./schema";
import { isSetupToken } from "./setup-link";

/**
 * Makes the first account and its workspace, for the holder of the setup link and only while nobody has an account.
 * Throws `FORBIDDEN` for a wrong link and `CONFLICT` when somebody was first.
 */
export async function completeSetup(runtime: Runtime, input: z.output<typeof completeSetupInput>): Promise<{ userId: string; workspace: WorkspaceContext["workspace"] }> {
  if (!isSetupToken(runtime, input.token)) {
    throw new AppError("FORBIDDEN", "This is not the setup link of this instance. The server prints the right one when it starts.");
  }
  const passwordHash = await hashPassword(new Secret(input.password));
  return runtime.database.db.transaction(async (tx) => {
    const userId = (await lockAndCheckUsers(tx)) ? null : await createUser(tx, { name: input.name, email: input.email, passwordHash });
    if (userId === null) throw new AppError("CONFLICT", "This instance is set up already. Sign in, or ask its owner for an invitation.");
    const workspace = await insertWorkspace(tx, { name: input.workspaceName, ownerId: userId, isSandbox: runtime.env.isSandbox, actor: { kind: "system", id: "setup" } });
    return { userId, workspace };
  });
}
