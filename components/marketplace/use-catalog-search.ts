"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTRPC } from "@/components/providers/trpc";
import type { ConnectorSummary } from "@/server/catalog/schema";
import type { CatalogMatch, createCatalogSearch } from "./catalog-search";
import { searchPlainly } from "./search-plainly";

const noTasks: Readonly<Record<string, readonly string[]>> = {};

/** What a text finds in the catalog. `prepare` loads the search and what it knows; put it on the field's focus. */
export function useCatalogSearch(connectors: readonly ConnectorSummary[], text: string): { match: CatalogMatch; prepare: () => void } {
  const trpc = useTRPC();
  const [create, setCreate] = useState<typeof createCatalogSearch | null>(null);
  const { data: tasks = noTasks } = useQuery({ ...trpc.catalog.tasks.queryOptions(), enabled: create !== null, staleTime: Infinity });
  const prepare = useCallback(() => {
    void import("./catalog-search").then((file) => setCreate(() => file.createCatalogSearch));
  }, []);
  const isSearching = text !== "";
  useEffect(() => {
    if (isSearching) prepare();
  }, [isSearching, prepare]);
  const search = useMemo(() => (create ? create(connectors, tasks) : searchPlainly(connectors)), [connectors, create, tasks]);
  const match = useMemo(() => search(text), [search, text]);
  return { match, prepare };
}
