import { eq } from "drizzle-orm";
import type { z } from "zod";
import { member } from "@/db/schema/workspaces";
import type { SessionContext } from "./context";
import { chooseMembership, readMemberships } from "./memberships";
import type { switchWorkspaceInput } from "./schema";

/** Makes a workspace the one that requests without `X-Workspace` act in. */
export async function switchWorkspace(ctx: SessionContext, input: z.output<typeof switchWorkspaceInput>): Promise<void> {
  const chosen = chooseMembership(await readMemberships(ctx.db, ctx.user.id), input.slug);
  if (chosen) await ctx.db.update(member).set({ lastUsedAt: new Date() }).where(eq(member.id, chosen.memberId));
}
