import { AppError } from "@/server/lib/errors";

export const roles = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

export const keyScopes = ["connections:read", "connections:write", "calls:run", "tools:read", "tools:write", "tools:run", "admin"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** What a verb asks for on its first line. */
export type Permission =
  | "connections:read"
  | "connections:write"
  | "calls:run"
  | "tools:read"
  | "tools:write"
  | "tools:run"
  /** OAuth apps, API keys, everyone's connections' details that only admins see. */
  | "admin"
  | "members:read"
  | "members:write"
  /** Rename or delete the workspace, hand it over. */
  | "owner";

const byRole: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(["connections:read", "connections:write", "calls:run", "tools:read", "tools:write", "tools:run", "admin", "members:read", "members:write", "owner"]),
  admin: new Set(["connections:read", "connections:write", "calls:run", "tools:read", "tools:write", "tools:run", "admin", "members:read", "members:write"]),
  member: new Set(["connections:read", "connections:write", "calls:run", "tools:read", "tools:write", "tools:run", "members:read"]),
  viewer: new Set(["connections:read", "tools:read", "members:read"]),
};

/** What a role may do. */
export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return byRole[role];
}

/** What an API key's scopes allow. `admin` is every scope of an admin; a key never owns a workspace. */
export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  if (scopes.includes("admin")) return byRole.admin;
  return new Set(keyScopes.filter((scope) => scopes.includes(scope)));
}

/** Throws `FORBIDDEN` with who can help. */
export function refusePermission(permission: Permission, actorKind: "user" | "api_key" | "system"): never {
  throw new AppError(
    "FORBIDDEN",
    actorKind === "api_key"
      ? `This API key lacks the scope ${permission}. Make a key with that scope under Settings, API keys.`
      : "Your role in this workspace does not allow this. Ask an admin of the workspace.",
    { details: { permission } },
  );
}
