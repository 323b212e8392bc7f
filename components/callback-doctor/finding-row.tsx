import { CopyField } from "@/components/ui/copy-field";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Finding } from "@/server/oauth/finding";

const looks = {
  ok: { status: "healthy", word: "Fine", ink: "[color:var(--color-positive)]" },
  warning: { status: "degraded", word: "Warning", ink: "[color:var(--color-warning)]" },
  problem: { status: "failing", word: "Problem", ink: "[color:var(--color-danger)]" },
} as const;

/** One thing that was looked at: how it stands, what to do, and what to copy for it. */
export function FindingRow({ finding }: { finding: Finding }) {
  const { level, text, next, copy } = finding;
  const { status, word, ink } = looks[level];
  return (
    <li className="flex gap-3 px-4 py-3">
      <StatusIcon className={`mt-[3px] ${ink}`} status={status} />
      <div className="min-w-0 flex-1 text-sm">
        <p className={level === "ok" ? "break-words" : "break-words font-medium"}>
          <span className="sr-only">{word}: </span>
          {text}
        </p>
        {next ? <p className="mt-0.5 break-words text-muted">{next}</p> : null}
        {copy ? <CopyField className="mt-1.5" value={copy.value} what={copy.what} /> : null}
      </div>
    </li>
  );
}
