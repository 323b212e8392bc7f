import { Section } from "@/components/ui/section";
import type { ErrorCode } from "./reference";
import { RichText } from "./rich-text";

/** Every code, once: what it means and what to do. */
export function ErrorCodes({ errors }: { errors: readonly ErrorCode[] }) {
  return (
    <Section className="mt-12 scroll-mt-16 lg:scroll-mt-6" description="A refusal has a code for programs, a message for people, and details. Codes never change their meaning." id="errors" title="Errors">
      <dl className="divide-y rounded-lg border bg-surface-raised">
        {errors.map(({ code, status, meaning, next }) => (
          <div className="grid gap-x-6 gap-y-1 px-4 py-2.5 text-sm sm:grid-cols-[15rem_minmax(0,1fr)]" key={`${code}-${status}`}>
            <dt className="flex items-baseline gap-2">
              <span className="tabular w-8 shrink-0 text-muted">{status}</span>
              <code className="break-all font-mono text-xs leading-5">{code}</code>
            </dt>
            <dd>
              {meaning}{" "}
              <span className="text-muted">
                <RichText>{next}</RichText>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
