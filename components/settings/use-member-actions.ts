import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { roleFacts } from "@/components/account/role-facts";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { toast } from "@/components/ui/toast";
import type { MemberSummary } from "@/server/workspaces/list-members";
import type { Role } from "@/server/workspaces/permission";

/** Changes a member's role, shown at once and taken back when the server refuses; removes them, or lets one leave. */
export function useMemberActions({ id, name, role: before, isYou }: MemberSummary) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const key = trpc.workspaces.members.queryKey();
  const show = (role: Role) => cache.setQueryData(key, (members) => members?.map((member) => (member.id === id ? { ...member, role } : member)));
  const refresh = () => cache.invalidateQueries(trpc.workspaces.members.queryFilter());

  const update = useMutation({
    ...trpc.workspaces.updateMemberRole.mutationOptions(),
    onMutate: ({ role }) => show(role),
    onSuccess: (_, { role }) => {
      toast({ title: `${isYou ? "You are" : `${name} is`} ${roleFacts[role].noun} now.` });
      // One's own role decides what the whole page offers.
      if (isYou) router.refresh();
    },
    onError: (error) => {
      show(before);
      toast({ tone: "danger", title: readFailure(error).message });
    },
    onSettled: refresh,
  });
  const removal = useMutation({
    ...trpc.workspaces.removeMember.mutationOptions(),
    onSuccess: async () => {
      // A full load: the page belongs to a workspace that the person is no longer in.
      if (isYou) window.location.assign("/");
      else toast({ title: `${name} is no longer a member.` });
      await refresh();
    },
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
  });
  return {
    changeRole: (role: Role) => update.mutate({ memberId: id, role }),
    remove: (onEnd: () => void) => removal.mutate({ memberId: id }, { onSettled: onEnd }),
    isRemoving: removal.isPending,
  };
}
