import type { ConnectionView } from "@/server/connections/schema";

/** What the list is narrowed to; it lives in the page's address. */
export type ConnectionFilter = {
  health?: ConnectionView["health"];
  status?: ConnectionView["status"];
  mcpId?: string;
};

export const healths: readonly ConnectionView["health"][] = ["healthy", "degraded", "failing", "unknown"];
export const statuses: readonly ConnectionView["status"][] = ["active", "expired", "invalid", "revoked", "error", "pending"];

export const healthLabels: Record<ConnectionView["health"], string> = { healthy: "Healthy", degraded: "Degraded", failing: "Failing", unknown: "Not checked" };

export const statusLabels: Record<ConnectionView["status"], string> = {
  active: "Active",
  expired: "Expired",
  invalid: "Refused",
  revoked: "Withdrawn",
  pending: "Pending",
  error: "OAuth app refused",
};

/** Reads the filter from an address; what is no known value counts as absent. */
export function readConnectionFilter(params: URLSearchParams): ConnectionFilter {
  const health = healths.find((each) => each === params.get("health"));
  const status = statuses.find((each) => each === params.get("status"));
  const mcpId = params.get("connector");
  return { ...(health ? { health } : {}), ...(status ? { status } : {}), ...(mcpId ? { mcpId: mcpId.slice(0, 100) } : {}) };
}

/** The address of the list with this filter. */
export function connectionsHref({ health, status, mcpId }: ConnectionFilter): string {
  const params = new URLSearchParams([...(mcpId ? [["connector", mcpId]] : []), ...(health ? [["health", health]] : []), ...(status ? [["status", status]] : [])]);
  return params.size === 0 ? "/connections" : `/connections?${params}`;
}
