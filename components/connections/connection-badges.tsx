import { FlaskConical, Lock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ConnectionView } from "@/server/connections/schema";

/** What is special about a connection: emulated, or somebody's own. */
export function ConnectionBadges({ connection }: { connection: Pick<ConnectionView, "isSandbox" | "visibility"> }) {
  return (
    <>
      {connection.visibility === "private" ? (
        <Badge icon={<Lock aria-hidden />} title="Only you see and use it">
          Private
        </Badge>
      ) : null}
      {connection.isSandbox ? (
        <Badge icon={<FlaskConical aria-hidden />} title="Emulated: nothing reaches the vendor" tone="warning">
          Sandbox
        </Badge>
      ) : null}
    </>
  );
}
