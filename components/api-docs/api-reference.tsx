import { ChevronRight } from "lucide-react";
import { CodeBlock } from "@/components/ui/code-block";
import { Section } from "@/components/ui/section";
import { Endpoint } from "./endpoint";
import { EndpointIndex } from "./endpoint-index";
import { ErrorCodes } from "./error-codes";
import { FieldList } from "./field-list";
import type { Reference } from "./reference";
import { StartHere } from "./start-here";

const before = [
  { id: "start", name: "Start here" },
  { id: "errors", name: "Errors" },
];
const after = [{ id: "objects", name: "Objects" }];

/** The whole API on one page, with its contents beside it. */
export function ApiReference({ reference, workspace }: { reference: Reference; workspace: { slug: string; name: string } }) {
  const { origin, groups, objects, errors } = reference;
  const index = groups.map(({ id, name, endpoints }) => ({ id, name, entries: endpoints.map(({ id: endpointId, method, path, summary, description }) => ({ id: endpointId, method, path, summary, description: description ?? "" })) }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <EndpointIndex after={after} before={before} groups={index} />
      <div className="min-w-0">
        <StartHere origin={origin} />
        <ErrorCodes errors={errors} />
        {groups.map((group) => (
          <Section className="mt-12 scroll-mt-16 lg:scroll-mt-6" count={group.endpoints.length} description={plain(group.description)} id={group.id} key={group.id} title={group.name}>
            <div className="divide-y overflow-clip rounded-lg border bg-surface-raised">
              {group.endpoints.map((endpoint) => (
                <Endpoint endpoint={endpoint} key={endpoint.id} workspace={workspace} />
              ))}
            </div>
          </Section>
        ))}
        <Section className="mt-12 scroll-mt-16 lg:scroll-mt-6" description="What answers are made of." id="objects" title="Objects">
          <div className="divide-y overflow-clip rounded-lg border bg-surface-raised">
            {objects.map(({ id, name, rows, example }) => (
              <details className="group/object @container" key={id}>
                <summary className="flex list-none items-center gap-3 px-4 py-2.5 -outline-offset-2 transition-colors hover:bg-hover group-open/object:bg-surface-sunken [&::-webkit-details-marker]:hidden">
                  <h3 className="flex-1 font-medium text-base tracking-normal">{name}</h3>
                  <ChevronRight aria-hidden className="shrink-0 text-faint transition-transform group-open/object:rotate-90" size={15} />
                </summary>
                <div className="grid scroll-mt-28 grid-cols-[minmax(0,1fr)] items-start gap-6 border-t px-4 pt-4 pb-6 lg:scroll-mt-16 @min-[52rem]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]" id={id}>
                  <FieldList rows={rows} />
                  <CodeBlock code={example} title="Example" what={`example of ${name}`} />
                </div>
              </details>
            ))}
          </div>
        </Section>
      </div>
    </div>
  );
}

function plain(text: string): string {
  return text.replaceAll(/[`*]/g, "");
}
