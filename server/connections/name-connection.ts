import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connection } from "@/db/schema/connections";
import { type Viewer, visibleTo } from "./find-connection";

/** The account's name or the connector's, with a number behind it when a connection that the actor sees has it already. */
export async function nameConnection(tx: Transaction, viewer: Viewer, slug: string, wanted: string, except = ""): Promise<string> {
  const base = wanted.trim().slice(0, 70);
  const rows = await tx
    .select({ name: connection.name })
    .from(connection)
    .where(and(visibleTo(viewer), eq(connection.connector, slug), ne(connection.id, except)));
  const taken = new Set(rows.map((row) => row.name));
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base} ${number}`;
  return name;
}
