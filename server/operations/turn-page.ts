import type { Connector } from "@/server/catalog/connector";
import type { Operation, Pagination } from "@/server/catalog/operation";
import { readPath } from "@/server/catalog/read-path";
import { AppError } from "@/server/lib/errors";
import type { BuiltRequest, Page } from "./build-request.schema";

export type PagedAnswer = { headers: Record<string, string | string[]>; body: unknown; data: unknown };

/** How the operation's pages are turned; null when it answers at once. */
export function paginationOf(connector: Connector, operation: Operation): Pagination | null {
  if (operation.paging === undefined) return null;
  return operation.paging === true ? (connector.pagination ?? null) : operation.paging;
}

/**
 * What a cursor adds to the request. A cursor comes from the caller, so it is only ever a value of the one parameter,
 * or a query of the operation's own path: it cannot lead to another one.
 */
export function pageOf(pagination: Pagination, operation: Operation, cursor: string): Page {
  switch (pagination.kind) {
    case "cursor":
      if (!pagination.isNumber) return place(operation, pagination.param, cursor);
      if (!/^\d{1,12}$/.test(cursor)) throw foreignCursor();
      return place(operation, pagination.param, cursor, Number(cursor));
    case "offset":
    case "page":
      if (!/^\d{1,12}$/.test(cursor)) throw foreignCursor();
      return place(operation, pagination.param, cursor);
    case "graphql":
      return { body: { [pagination.param ?? "after"]: cursor } };
    case "link_header":
      return { query: [...new URLSearchParams(cursor)] };
    case "next_url": {
      if (!pagination.below) return { query: [...new URLSearchParams(cursor)] };
      const [, suffix, query] = /^((?:\/[A-Za-z0-9_-]+)?)(?:\?(.*))?$/s.exec(cursor) ?? [];
      if (suffix === undefined) throw foreignCursor();
      return { suffix, isWholeQuery: true, query: [...new URLSearchParams(query ?? "")] };
    }
  }
}

/** The cursor of the page after this one; null on the last. */
export function nextCursor(pagination: Pagination, request: BuiltRequest, page: Page, answer: PagedAnswer): string | null {
  switch (pagination.kind) {
    case "cursor":
      if (pagination.more !== undefined && readPath(answer.body, pagination.more) !== true) return null;
      return text(readPath(answer.body, pagination.path));
    case "offset":
      return nextOffset(pagination, request, answer);
    case "page":
      return nextPage(pagination, request, answer);
    case "graphql":
      return nextOfPageInfo(answer.body);
    case "link_header": {
      // Sentry names a next page also on the last, with `results="false"`.
      const next = /<([^>]*)>\s*;[^,]*\brel="?next"?(?![^,]*\bresults="false")/i.exec([answer.headers["link"] ?? ""].flat().join(", "))?.[1];
      return next === undefined ? null : queryOf(next);
    }
    case "next_url": {
      const next = text(readPath(answer.body, pagination.path));
      if (next === null) return null;
      return pagination.below ? belowOf(next, request, page) : queryOf(next);
    }
  }
}

function place({ method }: Operation, param: string, cursor: string, inBody: string | number = cursor): Page {
  return method === "GET" ? { query: [[param, cursor]] } : { body: { [param]: inBody } };
}

function nextOffset({ param, limitParam, total }: Extract<Pagination, { kind: "offset" }>, request: BuiltRequest, { body, data }: PagedAnswer): string | null {
  const items: unknown = Array.isArray(data) ? data : body;
  if (!Array.isArray(items) || items.length === 0) return null;
  const asked = new URLSearchParams(request.path.split("?")[1]);
  const next = Number(asked.get(param) ?? 0) + items.length;
  const limit = Number(asked.get(limitParam) ?? 0);
  const count = total === undefined ? undefined : readPath(body, total);
  if (typeof count === "number") return next < count ? String(next) : null;
  return items.length < limit ? null : String(next);
}

function nextPage({ param, limitParam, first, pages, total }: Extract<Pagination, { kind: "page" }>, request: BuiltRequest, { body, data }: PagedAnswer): string | null {
  const asked = new URLSearchParams(request.path.split("?")[1]);
  const start = first ?? 1;
  const own = Number(asked.get(param) ?? start);
  const limit = Number(asked.get(limitParam) ?? 0);
  // Tableau writes its numbers as text.
  const said = (path: string | undefined) => Number((path === undefined ? null : text(readPath(body, path))) ?? Number.NaN);
  const last = Number.isNaN(said(pages)) ? said(total) / limit : said(pages);
  if (Number.isFinite(last)) return own - start + 1 < last ? String(own + 1) : null;
  return Array.isArray(data) && data.length > 0 && data.length >= limit ? String(own + 1) : null;
}

/** The outermost `pageInfo` says whether there is more; a list within an item has its own. */
function nextOfPageInfo(body: unknown): string | null {
  const info = findPageInfo([readPath(body, "data")], 0);
  return readPath(info, "hasNextPage") === true ? text(readPath(info, "endCursor")) : null;
}

function findPageInfo(level: unknown[], depth: number): unknown {
  const objects = level.filter((value) => typeof value === "object" && value !== null && !Array.isArray(value));
  const found = objects.map((value) => readPath(value, "pageInfo")).find((value) => value !== undefined);
  if (found !== undefined || objects.length === 0 || depth > 4) return found;
  const below: unknown[] = objects.flatMap((value): unknown[] => Object.values(value ?? {}));
  return findPageInfo(below, depth + 1);
}

function queryOf(url: string): string | null {
  const [, query = ""] = /\?([^#]*)/.exec(url) ?? [];
  return query === "" ? null : query;
}

function belowOf(url: string, request: BuiltRequest, page: Page): string | null {
  const next = URL.canParse(url, "https://vendor.invalid") ? new URL(url, "https://vendor.invalid") : null;
  const [own = ""] = request.path.split("?");
  const base = own.slice(0, own.length - (page.suffix?.length ?? 0));
  return next?.pathname.startsWith(`${base}/`) ? next.pathname.slice(base.length) + next.search : null;
}

function text(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

function foreignCursor(): AppError {
  return new AppError("INVALID_REQUEST", "This cursor is not one that this operation gave out.", { details: { fields: { cursor: "Send the nextCursor of the page before." } } });
}
