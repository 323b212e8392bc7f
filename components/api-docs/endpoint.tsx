import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { FieldList, ParameterList } from "./field-list";
import { MethodWord } from "./method-word";
import type { Endpoint as EndpointFacts } from "./reference";
import { RichText } from "./rich-text";
import { TryRequest } from "./try-request";

const access = { needed: "Needs a key or a session.", optional: "Needs no key; with one it tells more.", open: "Needs no key." };

/** One address of the API: a line that opens to everything there is to know about it. */
export function Endpoint({ endpoint, workspace }: { endpoint: EndpointFacts; workspace: { slug: string; name: string } }) {
  const { id, method, path, summary, description, parameters, body, answer, refusals, curl } = endpoint;
  return (
    <details className="group/endpoint @container">
      <summary className="flex list-none items-start gap-x-3 px-4 py-2.5 -outline-offset-2 transition-colors hover:bg-hover group-open/endpoint:bg-surface-sunken [&::-webkit-details-marker]:hidden">
        <MethodWord className="mt-[3px] max-sm:w-auto max-sm:min-w-11" method={method} />
        <span className="min-w-0 flex-1 gap-x-4 @min-[40rem]:flex @min-[40rem]:items-baseline">
          <h3 className="min-w-0 flex-1 font-medium text-base tracking-normal">{summary}</h3>
          <code className="block min-w-0 break-all font-mono text-muted text-xs leading-5">{path}</code>
        </span>
        <ChevronRight aria-hidden className="mt-1 shrink-0 text-faint transition-transform group-open/endpoint:rotate-90" size={15} />
      </summary>
      {/* The anchor stands inside: a browser opens what its target is hidden in. */}
      <div className="scroll-mt-28 border-t px-4 pt-4 pb-6 lg:scroll-mt-16" id={id}>
        {description ? (
          <p className="max-w-reading">
            <RichText>{description}</RichText>
          </p>
        ) : null}
        <p className="mt-1 text-muted text-sm">{access[endpoint.access]}</p>
        <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-6 @min-[52rem]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          {/* What one came for stands first where there is one column, and on the right where there are two. */}
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 @min-[52rem]:sticky @min-[52rem]:top-6 @min-[52rem]:col-start-2 @min-[52rem]:row-start-1">
            <CodeBlock code={curl} title="curl" what="curl command" />
            {answer.isPage ? null : <TryRequest endpoint={endpoint} workspace={workspace} />}
          </div>
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6 @min-[52rem]:col-start-1 @min-[52rem]:row-start-1">
            {parameters.length > 0 ? (
              <Part title="What it takes">
                <ParameterList parameters={parameters} />
              </Part>
            ) : null}
            {body && body.rows.length > 0 ? (
              <Part title="Body, as JSON">
                <FieldList rows={body.rows} />
              </Part>
            ) : null}
            <Part title="What it answers">
              {answer.rows.length > 0 ? <FieldList rows={answer.rows} /> : <p className="text-muted text-sm">{answer.description}</p>}
              {answer.example === null ? null : <CodeBlock className="mt-3 [&_pre]:max-h-72" code={answer.example} title="Example" what="example answer" />}
            </Part>
            {refusals.length > 0 ? (
              <Part title="How it refuses">
                <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
                  {refusals.map((refusal) => (
                    <div className="contents" key={refusal.status}>
                      <dt className="tabular font-medium font-mono">{refusal.status}</dt>
                      <dd className="text-muted">{refusal.description}</dd>
                    </div>
                  ))}
                </dl>
              </Part>
            ) : null}
          </div>
        </div>
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h4 className="mb-2 font-medium text-muted text-xs tracking-normal">{title}</h4>
      {children}
    </div>
  );
}
