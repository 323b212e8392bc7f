import type { z } from "zod";
import { createUser } from "@/server/identity/create-user";
import { hashPassword } from "@/server/identity/hash-password";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { getInvitationByToken } from "./get-invitation-by-token";
import type { registerByInvitationInput } from "./schema";
import { type JoinedWorkspace, takeInvitation } from "./take-invitation";

/** Makes an account for the holder of an invitation link, and lets them join. */
export async function registerByInvitation(runtime: Runtime, input: z.output<typeof registerByInvitationInput>): Promise<{ userId: string; workspace: JoinedWorkspace }> {
  // Before the hash, which is slow on purpose: a stranger without a link must not be able to spend it.
  await getInvitationByToken(runtime, { token: input.token });
  const passwordHash = await hashPassword(new Secret(input.password));
  return runtime.database.db.transaction(async (tx) => {
    const userId = await createUser(tx, { name: input.name, email: input.email, passwordHash });
    if (userId === null) {
      throw new AppError("CONFLICT", "There is an account with this e-mail address already. Sign in with it, then open the link again.", {
        details: { fields: { email: "Has an account already" } },
      });
    }
    const workspace = await takeInvitation(tx, { token: input.token, userId, actor: { kind: "system", id: "invitation" } });
    return { userId, workspace };
  });
}
