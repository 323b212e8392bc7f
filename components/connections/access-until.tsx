import { RelativeTime } from "@/components/ui/relative-time";
import type { ConnectionView } from "@/server/connections/schema";

const soonMs = 14 * 86_400_000;

/** How long the access lasts: what ends it, what renews it, or when a new credential is due. */
export function AccessUntil({ connection }: { connection: Pick<ConnectionView, "accessEndsAt" | "tokenExpiresAt" | "rotation"> }) {
  const { accessEndsAt, tokenExpiresAt, rotation } = connection;
  if (rotation.isDue) return <span className="text-warning">New key is due</span>;
  if (accessEndsAt !== null && (tokenExpiresAt === null || accessEndsAt === tokenExpiresAt || isSoon(accessEndsAt))) {
    const isOver = Date.parse(accessEndsAt) < Date.now();
    return (
      <span className={isSoon(accessEndsAt) ? "text-warning" : undefined}>
        {isOver ? "Ended" : "Ends"} <RelativeTime at={accessEndsAt} />
      </span>
    );
  }
  if (tokenExpiresAt !== null) {
    return Date.parse(tokenExpiresAt) < Date.now() ? (
      <span title="The next call renews it">Renews when used</span>
    ) : (
      <span>
        Renews <RelativeTime at={tokenExpiresAt} />
      </span>
    );
  }
  if (rotation.dueAt !== null) {
    return (
      <span>
        New key <RelativeTime at={rotation.dueAt} />
      </span>
    );
  }
  return <span className="text-faint">Does not expire</span>;
}

function isSoon(at: string): boolean {
  return Date.parse(at) - Date.now() < soonMs;
}
