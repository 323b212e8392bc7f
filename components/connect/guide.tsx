import { CopyField } from "@/components/ui/copy-field";
import { TextLink } from "@/components/ui/text-link";
import type { GuideStep } from "@/server/catalog/connector";

type GuideToggleProps = { isOpen: boolean; onToggle: () => void; isDatabase?: boolean };

/** "Where do I find this?", beside the field. */
export function GuideToggle({ isOpen, onToggle, isDatabase = false }: GuideToggleProps) {
  return (
    <button aria-expanded={isOpen} className="rounded-sm font-medium text-accent hover:underline" onClick={onToggle} type="button">
      {isDatabase ? "How do I set this up?" : "Where do I find this?"}
    </button>
  );
}

/** Numbered steps at the vendor, with links and values to copy. */
export function Guide({ steps, label }: { steps: readonly GuideStep[]; label: string }) {
  return (
    <ol aria-label={label} className="grid gap-3.5 rounded-lg border bg-surface-sunken px-4 py-3.5">
      {steps.map(({ text, url, copy }, place) => (
        <li className="flex gap-3" key={text}>
          <span aria-hidden className="tabular grid size-5 shrink-0 place-items-center rounded-full border bg-surface-raised font-medium text-muted text-xs">
            {place + 1}
          </span>
          <div className="min-w-0 flex-1 text-sm">
            <p>
              {text} {url ? <TextLink href={url}>{new URL(url).hostname.replace(/^www\./, "")}</TextLink> : null}
            </p>
            {copy ? <CopyField className="mt-1.5 bg-surface-raised" value={copy} what={`the value of step ${place + 1}`} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
