import type { Field } from "@/server/catalog/connector";
import { findConnector } from "@/server/catalog/registry";
import { parseFields } from "@/server/catalog/validate-fields";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { changeConnection, type ConnectionChange } from "./change-connection";
import type { ConnectionRow } from "./connection-cache";
import { assertMayShow } from "./save-connection";
import type { ConnectionView, UpdateConnectionInput } from "./schema";

/** Changes a connection's name, who sees it, its connector's settings, or when to be reminded of a new credential. */
export async function updateConnection(ctx: WorkspaceContext, input: UpdateConnectionInput): Promise<ConnectionView> {
  requirePermission(ctx, "connections:write");
  return changeConnection(ctx, input.connectionId, (row) => decide(ctx, row, input));
}

/** A workspace's own connectors have none. */
const noSettings: Field[] = [];

function decide(ctx: WorkspaceContext, row: ConnectionRow, input: UpdateConnectionInput): ConnectionChange | null {
  const columns: ConnectionChange["columns"] = {};
  const events: ConnectionChange["events"] = [];
  if (input.name !== undefined && input.name !== row.name) {
    columns.name = input.name;
    events.push({ kind: "renamed", message: `Renamed from ${row.name} to ${input.name}.` });
  }
  if (input.visibility !== undefined && input.visibility !== row.visibility) {
    assertMayShow(row, ctx, input.visibility);
    columns.visibility = input.visibility;
    events.push({ kind: "visibility_changed", message: input.visibility === "private" ? "Made private: only its creator sees and uses it." : "Shared with the workspace." });
  }
  if (input.settings !== undefined) {
    const settings = parseFields(findConnector(row.connector)?.settings ?? noSettings, input.settings);
    const changed = changedKeys(row.settings, settings);
    if (changed.length > 0) {
      columns.settings = settings;
      events.push({ kind: "settings_changed", message: `Settings changed: ${changed.join(", ")}.` });
    }
  }
  if (input.rotationIntervalDays !== undefined && input.rotationIntervalDays !== row.rotationIntervalDays) columns.rotationIntervalDays = input.rotationIntervalDays;
  const changes = Object.keys(columns);
  return changes.length === 0 ? null : { columns, events, action: "connection.update", data: { changes } };
}

function changedKeys(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
}
