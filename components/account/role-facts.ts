import type { Role } from "@/server/workspaces/permission";

/** What each role is called and may do, in plain words, the most powerful first. */
export const roleFacts: Record<Role, { label: string; noun: string; can: string }> = {
  owner: { label: "Owner", noun: "an owner", can: "everything an admin can, and rename the workspace or hand it over." },
  admin: { label: "Admin", noun: "an admin", can: "connect and mend accounts, invite people, make API keys and set up OAuth apps." },
  member: { label: "Member", noun: "a member", can: "connect accounts and use what is connected." },
  viewer: { label: "Viewer", noun: "a viewer", can: "see what is connected and how it fares, and change nothing." },
};
