"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";
import { List } from "@/components/ui/list";
import { Section } from "@/components/ui/section";
import type { Role } from "@/server/workspaces/permission";
import { MemberRow } from "./member-row";

/** Everyone in the workspace. Owners and admins change roles here; anybody can leave. */
export function Members({ myRole, workspaceName }: { myRole: Role; workspaceName: string }) {
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions());
  return (
    <Section count={members.length} description="Owners and admins invite people and change roles." title="Members">
      <List aria-label="Members">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} myRole={myRole} workspaceName={workspaceName} />
        ))}
      </List>
    </Section>
  );
}
