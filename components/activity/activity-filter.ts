import { type CallFilter, callMethods, callOutcomes, callSources, statusClasses } from "@/server/activity/schema";

/** Spans of time that one may choose, in ms. */
export const spans = { "1h": 3_600_000, "24h": 86_400_000, "7d": 604_800_000, "30d": 2_592_000_000 } as const;
export type Span = keyof typeof spans;

export const spanLabels: Record<Span, string> = { "1h": "Last hour", "24h": "Last 24 hours", "7d": "Last 7 days", "30d": "Last 30 days" };

/** What the list is narrowed to, as it stands in the page's address. */
export type ActivityFilter = Omit<CallFilter, "connectionId" | "actorId" | "statusClass" | "text"> & {
  connection?: string;
  actor?: string;
  status?: CallFilter["statusClass"];
  q?: string;
  since?: Span;
};

const maxLength = 200;
/** A span's beginning moves on by whole minutes: the same question is asked for as long. */
const stepMs = 60_000;

/** Reads the filter from an address; what is no known value counts as absent. */
export function readActivityFilter(params: URLSearchParams): ActivityFilter {
  const text = (name: string) => params.get(name)?.trim().slice(0, maxLength) || undefined;
  const one = <Value extends string>(name: string, values: readonly Value[]) => values.find((each) => each === params.get(name));
  const instant = (name: string) => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(params.get(name) ?? "") && Number.isFinite(Date.parse(params.get(name) ?? "")) ? (params.get(name) ?? undefined) : undefined);
  return withoutAbsent({
    q: text("q"),
    connection: text("connection"),
    connector: text("connector"),
    actor: text("actor"),
    operation: text("operation"),
    outcome: one("outcome", callOutcomes),
    status: one("status", statusClasses),
    source: one("source", callSources),
    method: one("method", callMethods),
    since: one("since", ["1h", "24h", "7d", "30d"] as const),
    from: instant("from"),
    to: instant("to"),
  });
}

/** The address of the list with this filter. */
export function activityHref(filter: ActivityFilter): string {
  const params = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""));
  return params.size === 0 ? "/activity" : `/activity?${params}`;
}

/** What the server is asked for. */
export function callFilterOf({ connection, actor, status, q, since, ...rest }: ActivityFilter, nowMs: number): CallFilter {
  const from = since === undefined ? rest.from : new Date(Math.floor((nowMs - spans[since]) / stepMs) * stepMs).toISOString();
  return withoutAbsent({ ...rest, connectionId: connection, actorId: actor, statusClass: status, text: q, from });
}

/** Of the keys that hold something; queries are told apart by all of them. */
function withoutAbsent<Filter extends object>(filter: { [Key in keyof Filter]: Filter[Key] | undefined }): Partial<Filter> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is left of it are entries of its own
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Partial<Filter>;
}
