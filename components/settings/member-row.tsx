import { LogOut, UserMinus } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { ListRow } from "@/components/ui/list";
import type { MemberSummary } from "@/server/workspaces/list-members";
import type { Role } from "@/server/workspaces/permission";
import { roleFacts } from "@/components/account/role-facts";
import { Confirm } from "./confirm";
import { RoleSelect } from "./role-select";
import { useMemberActions } from "./use-member-actions";

type MemberRowProps = { member: MemberSummary; myRole: Role; workspaceName: string };

/** One member, with what the reader may change about them. */
export function MemberRow({ member, myRole, workspaceName }: MemberRowProps) {
  const { name, email, role, isYou } = member;
  const { changeRole, remove, isRemoving } = useMemberActions(member);
  const [isAsking, setAsking] = useState(false);
  // Only an owner changes or removes an owner.
  const canManage = myRole === "owner" || (myRole === "admin" && role !== "owner");
  return (
    <ListRow className="max-sm:flex-wrap">
      <Avatar name={name} size="lg" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {isYou ? <Badge>You</Badge> : null}
        </p>
        <p className="truncate text-muted text-sm">{email}</p>
      </div>
      <div className="flex shrink-0 items-center gap-1.5 max-sm:w-full max-sm:pl-11">
        {canManage ? (
          <RoleSelect label={`Role of ${name}`} onValueChange={changeRole} roles={myRole === "owner" ? ["owner", "admin", "member", "viewer"] : ["admin", "member", "viewer"]} value={role} />
        ) : (
          <span className="text-muted text-sm" data-tooltip={`Can do ${roleFacts[role].can}`}>
            {roleFacts[role].label}
          </span>
        )}
        {isYou ? (
          <IconButton label="Leave the workspace" onClick={() => setAsking(true)}>
            <LogOut aria-hidden size={15} />
          </IconButton>
        ) : canManage ? (
          <IconButton label={`Remove ${name}`} onClick={() => setAsking(true)}>
            <UserMinus aria-hidden size={15} />
          </IconButton>
        ) : (
          <span className="w-8 max-sm:hidden" />
        )}
      </div>
      {isAsking ? (
        <Confirm
          confirmLabel={isYou ? "Leave" : "Remove"}
          isBusy={isRemoving}
          isOpen
          onConfirm={() => remove(() => setAsking(false))}
          onOpenChange={setAsking}
          title={isYou ? `Leave ${workspaceName}?` : `Remove ${name}?`}
        >
          {isYou
            ? "You lose access at once and need a new invitation to come back. What you connected for everyone stays."
            : `${name} loses access at once. What they connected for everyone stays.`}
        </Confirm>
      ) : null}
    </ListRow>
  );
}
