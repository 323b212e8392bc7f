import { useMutation, useQueryClient } from "@tanstack/react-query";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { toast } from "@/components/ui/toast";
import type { OAuthAppView } from "@/server/oauth/list-oauth-apps";
import { Confirm } from "./confirm";

/** Asks twice while connections depend on the app: the second time it names them. */
export function DeleteOAuthApp({ app, serves, onClose }: { app: OAuthAppView; serves: "workspace" | "instance"; onClose: () => void }) {
  const { connector, connectorName } = app;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const remove = useMutation({
    ...trpc.oauth.deleteApp.mutationOptions(),
    onSuccess: () => {
      toast({ title: `The OAuth app of ${connectorName} is deleted.` });
      onClose();
    },
    onError: (error) => {
      if (isInUse(error)) return;
      toast({ tone: "danger", title: readFailure(error).message });
      onClose();
    },
    onSettled: () => Promise.all([cache.invalidateQueries(trpc.oauth.listApps.queryFilter()), cache.invalidateQueries(trpc.catalog.pathFilter())]),
  });
  const dependents = dependentsOf(remove.error);
  const isWarned = isInUse(remove.error);
  return (
    <Confirm
      confirmLabel={isWarned ? "Delete anyway" : "Delete app"}
      isBusy={remove.isPending}
      isOpen
      onConfirm={() => remove.mutate({ connector, serves, force: isWarned })}
      onOpenChange={onClose}
      title={isWarned ? `${connectorName} is in use` : `Delete the OAuth app of ${connectorName}?`}
    >
      {isWarned ? (
        <>
          <p>{readFailure(remove.error).message}</p>
          <ul className="mt-2 list-disc pl-5 text-ink">
            {dependents.map(([id, name]) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{isLast(app) ? `Nobody can connect ${connectorName} with one click until another app is set up.` : `New connections of ${connectorName} are made with the app that is next in line.`} The app at {connectorName} itself stays: delete it there.</p>
      )}
    </Confirm>
  );
}

const isLast = ({ registrations }: OAuthAppView) => registrations.length === 1;

function isInUse(error: unknown): boolean {
  return error !== null && readFailure(error).details["reason"] === "oauth_app_in_use";
}

/** The connections that the server named when it refused, by id. */
function dependentsOf(error: unknown): [id: string, name: string][] {
  if (!error) return [];
  const { connections } = readFailure(error).details;
  return typeof connections === "object" && connections !== null && !Array.isArray(connections) ? Object.entries(connections) : [];
}
