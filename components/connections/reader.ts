import type { Me } from "@/server/workspaces/get-me";

/** What whoever looks at connections may do with them. */
export type Reader = {
  /** Connect, change, pause, disconnect. */
  canWrite: boolean;
  /** Send calls from the browser. */
  canCall: boolean;
  isAdmin: boolean;
  workspace: { slug: string; name: string };
};

/** The signed-in person as a reader of their current workspace. */
export function readerOf({ current }: Me): Reader {
  const permissions = current?.permissions ?? [];
  return {
    canWrite: permissions.includes("connections:write"),
    canCall: permissions.includes("calls:run"),
    isAdmin: permissions.includes("admin"),
    workspace: { slug: current?.slug ?? "", name: current?.name ?? "" },
  };
}
