import { eq } from "drizzle-orm";
import type { z } from "zod";
import { user } from "@/db/schema/identity";
import type { Runtime } from "@/server/runtime/runtime";
import type { SignedIn } from "./auth";
import type { updateProfileInput } from "./schema";

/** Changes the name under which the signed-in person appears to others. */
export async function updateProfile(runtime: Runtime, signedIn: SignedIn, input: z.output<typeof updateProfileInput>): Promise<void> {
  await runtime.database.db.update(user).set({ name: input.name, updatedAt: new Date() }).where(eq(user.id, signedIn.user.id));
}
