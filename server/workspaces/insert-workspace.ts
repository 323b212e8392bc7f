import type { Transaction } from "@/db/client";
import { member, workspace } from "@/db/schema/workspaces";
import type { Actor } from "@/server/audit/actor";
import { recordAudit } from "@/server/audit/record-audit";
import { AppError } from "@/server/lib/errors";
import { newId, randomToken } from "@/server/lib/ids";
import { provenWorkspaceId, type WorkspaceContext } from "./context";

export type NewWorkspace = {
  name: string;
  /** Made from the name when left out. */
  slug?: string | undefined;
  ownerId: string;
  isSandbox: boolean;
  actor: Actor;
};

/** Writes a workspace, its owner and the first entry of its audit chain. Throws `CONFLICT` when the slug is taken. */
export async function insertWorkspace(tx: Transaction, input: NewWorkspace): Promise<WorkspaceContext["workspace"]> {
  const id = provenWorkspaceId(newId("workspace"));
  const slug = await insertUnderFreeSlug(tx, id, input);
  await tx.insert(member).values({ id: newId("member"), workspaceId: id, userId: input.ownerId, role: "owner" });
  await recordAudit(tx, { workspaceId: id, actor: input.actor, action: "workspace.create", target: id, data: { name: input.name, slug, ownerId: input.ownerId } });
  return { id, slug, name: input.name, isSandbox: input.isSandbox, callDetail: "notable", callsPerMinute: null };
}

async function insertUnderFreeSlug(tx: Transaction, id: string, input: NewWorkspace): Promise<string> {
  const fromName = slugOf(input.name);
  const candidates = input.slug === undefined ? [fromName, `${fromName}-${randomToken(4).toLowerCase().replace(/[^a-z0-9]/g, "0")}`] : [input.slug];
  for (const slug of candidates) {
    const inserted = await tx
      .insert(workspace)
      .values({ id, slug, name: input.name, isSandbox: input.isSandbox })
      .onConflictDoNothing({ target: workspace.slug })
      .returning({ id: workspace.id });
    if (inserted.length > 0) return slug;
  }
  throw new AppError("CONFLICT", `The address ${candidates[0]} belongs to another workspace. Choose another one.`, { details: { fields: { slug: "Taken" } } });
}

function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 30).replace(/^-+|-+$/g, "") || "workspace";
}
