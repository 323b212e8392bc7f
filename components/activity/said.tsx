import { formatBytes } from "@/components/connections/format-bytes";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { CountBadge } from "@/components/ui/count-badge";

/** Colouring more than this makes a page slow. */
const maxColoured = 60_000;

type SaidProps = {
  /** What it is, such as "request". */
  what: string;
  head: Readonly<Record<string, string>>;
  body: string | null;
  isCut: boolean;
  /** How large the body was, kept or not. */
  bytes: number;
};

/** One side of a call: its head, folded, and its body. */
export function Said({ what, head, body, isCut, bytes }: SaidProps) {
  const headers = Object.entries(head);
  return (
    <div className="grid grid-cols-1 gap-3">
      {headers.length > 0 ? (
        <Card asChild>
          <details className="group">
            <summary className="flex h-10 select-none items-center gap-2 rounded-lg px-3.5 font-medium text-sm marker:content-none hover:bg-hover">
              <span aria-hidden className="text-faint transition-transform group-open:rotate-90">
                ›
              </span>
              Headers
              <CountBadge count={headers.length} />
            </summary>
            <dl className="divide-y border-t font-mono text-xs">
              {headers.map(([name, value]) => (
                <div className="grid gap-x-4 px-3.5 py-1.5 sm:grid-cols-[14rem_minmax(0,1fr)]" key={name}>
                  <dt className="break-words text-muted">{name}</dt>
                  <dd className="break-all">{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </Card>
      ) : null}
      <SaidBody body={body} bytes={bytes} isCut={isCut} what={what} />
    </div>
  );
}

function SaidBody({ what, body, isCut, bytes }: Omit<SaidProps, "head">) {
  if (body === null || body === "") return <p className="text-muted text-sm">{bytes > 0 ? `Its body, ${formatBytes(bytes)}, was not kept.` : `The ${what} had no body.`}</p>;
  const text = isCut ? body : prettyJson(body);
  return (
    <>
      {isCut ? <p className="text-muted text-sm">Only the beginning was kept{bytes > 0 ? ` of ${formatBytes(bytes)}` : ""}.</p> : null}
      {text.length <= maxColoured ? (
        <CodeBlock className="[&_pre]:max-h-[36rem]" code={text} what={`body of the ${what}`} />
      ) : (
        <div className="relative">
          <CopyButton className="absolute top-1.5 right-3 bg-surface-sunken" value={text} what={`body of the ${what}`} />
          <pre className="max-h-[36rem] overflow-auto rounded-lg border bg-surface-sunken py-3 pr-12 pl-3.5 font-mono text-sm" tabIndex={0}>
            {text}
          </pre>
        </div>
      )}
    </>
  );
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
