import { ShieldUser } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { MemberSummary } from "@/server/workspaces/list-members";

/** In place of a page that the reader's role does not open: whom to ask. */
export function AdminsOnly({ what, members }: { what: string; members: readonly MemberSummary[] }) {
  const admins = members.filter(({ role }) => role === "owner" || role === "admin").slice(0, 3);
  return (
    <EmptyState icon={<ShieldUser />} title={`Only admins see ${what}`}>
      {admins.length > 0 ? `Ask ${new Intl.ListFormat("en", { type: "disjunction" }).format(admins.map(({ name, email }) => `${name} (${email})`))}.` : "Ask an admin of the workspace."}
    </EmptyState>
  );
}
