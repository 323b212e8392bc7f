import { ArrowLeftRight } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { CallStatus } from "./call-status";
import { formatBytes } from "./format-bytes";
import { formatDuration } from "./format-duration";
import type { CallAnswer } from "./send-call";
import type { CallState } from "./try-it";

/** Colouring more than this makes typing beside it slow. */
const maxColoured = 20_000;

/** What came back: status, time, headers and body, or why nothing did. */
export function CallAnswerView({ state, connectorName }: { state: CallState; connectorName: string }) {
  return (
    <Section title="Answer">
      <div aria-busy={state.kind === "sending"} aria-live="polite">
        {state.kind === "none" ? (
          <EmptyState headingLevel={3} icon={<ArrowLeftRight aria-hidden />} title="Nothing sent yet">
            Press Send, and what {connectorName} answers appears here.
          </EmptyState>
        ) : state.kind === "sending" ? (
          <SkeletonGroup className="grid gap-3" label={`Waiting for ${connectorName}`}>
            <Skeleton className="h-6 w-40" />
            <Skeleton className="h-56 rounded-lg" />
          </SkeletonGroup>
        ) : state.kind === "failed" ? (
          <Banner title="Nothing came back" tone="danger">
            {state.message}
          </Banner>
        ) : (
          <Answer answer={state.answer} />
        )}
      </div>
    </Section>
  );
}

/** An answer: status, time, body and headers. */
export function Answer({ answer }: { answer: CallAnswer }) {
  const { status, durationMs, headers, body, bytes, isCut, refusal } = answer;
  return (
    <div className="grid animate-fade-in grid-cols-1 gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
        <CallStatus errorCode={refusal?.code ?? null} status={status === 0 ? null : status} />
        <span className="tabular">{formatDuration(durationMs)}</span>
        <span className="tabular">
          {isCut ? "more than " : ""}
          {formatBytes(bytes)}
        </span>
      </p>
      {refusal ? (
        <Banner title="Patchbay answered in the vendor's place" tone="warning">
          {refusal.message}
        </Banner>
      ) : null}
      <Tabs defaultValue="body">
        <TabsList aria-label="Parts of the answer">
          <TabsTrigger value="body">Body</TabsTrigger>
          <TabsTrigger value="headers">Headers ({headers.length})</TabsTrigger>
        </TabsList>
        <TabsContent value="body">
          <Body body={body} bytes={bytes} isCut={isCut} />
        </TabsContent>
        <TabsContent value="headers">
          <dl className="max-h-[32rem] divide-y overflow-y-auto rounded-lg border bg-surface-raised font-mono text-xs" tabIndex={0}>
            {headers.map(([name, value]) => (
              <div className="grid gap-x-4 px-3.5 py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]" key={name}>
                <dt className="break-words text-muted">{name}</dt>
                <dd className="break-all">{value}</dd>
              </div>
            ))}
          </dl>
        </TabsContent>
      </Tabs>
    </div>
  );
}

function Body({ body, bytes, isCut }: Pick<CallAnswer, "body" | "bytes" | "isCut">) {
  if (body.kind === "empty") return <p className="text-muted">The answer has no body.</p>;
  if (body.kind === "binary") return <p className="text-muted">{formatBytes(bytes)} that are not text. Use the code beside this to save them.</p>;
  const { text } = body;
  return (
    <>
      {isCut ? <p className="mb-2 text-muted text-sm">Only the first {formatBytes(bytes)} are shown. Ask for less, or use the code beside this.</p> : null}
      {text.length <= maxColoured ? (
        <CodeBlock className="[&_pre]:max-h-[32rem]" code={text} what="the body" />
      ) : (
        <div className="relative">
          <CopyButton className="absolute top-1.5 right-3 bg-surface-sunken" value={text} what="the body" />
          <pre className="max-h-[32rem] overflow-auto rounded-lg border bg-surface-sunken py-3 pr-12 pl-3.5 font-mono text-sm" tabIndex={0}>
            {text}
          </pre>
        </div>
      )}
    </>
  );
}
