import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ListRow } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import type { ApiKeySummary } from "@/server/workspaces/list-api-keys";
import { Confirm } from "./confirm";
import { describeScopes } from "./key-scope-facts";

/** One key: what it may do, whether anybody uses it, and its end. */
export function ApiKeyRow({ apiKey }: { apiKey: ApiKeySummary }) {
  const { id, name, prefix, scopes, creatorName, expiresAt, isExpired, lastUsedAt, createdAt } = apiKey;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const revoke = useMutation({
    ...trpc.workspaces.revokeApiKey.mutationOptions(),
    onSuccess: () => {
      setAsking(false);
      toast({ title: `“${name}” is revoked.` });
    },
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
    onSettled: () => cache.invalidateQueries(trpc.workspaces.apiKeys.queryFilter()),
  });
  return (
    <ListRow className="py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <code className="font-mono text-muted text-xs">{prefix}…</code>
          {isExpired ? <Badge tone="warning">Expired</Badge> : null}
        </p>
        <p className="text-muted text-sm">{describeScopes(scopes)}</p>
        <p className="mt-0.5 text-faint text-sm">
          {lastUsedAt ? (
            <>
              Used <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            "Never used"
          )}
          {expiresAt ? (
            <>
              {isExpired ? " · ended " : " · ends "}
              <RelativeTime at={expiresAt} />
            </>
          ) : (
            " · does not expire"
          )}
          {" · made "}
          <RelativeTime at={createdAt} />
          {creatorName ? ` by ${creatorName}` : ""}
        </p>
      </div>
      <Button aria-haspopup="dialog" aria-label={`Revoke ${name}`} onClick={() => setAsking(true)} size="sm">
        Revoke
      </Button>
      {isAsking ? (
        <Confirm confirmLabel="Revoke key" isBusy={revoke.isPending} isOpen onConfirm={() => revoke.mutate({ apiKeyId: id })} onOpenChange={setAsking} title={`Revoke “${name}”?`}>
          Programs that use it are refused within ten seconds. It cannot be brought back; they need a new key.
        </Confirm>
      ) : null}
    </ListRow>
  );
}
