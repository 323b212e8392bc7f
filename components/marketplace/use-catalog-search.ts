"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { ConnectorSummary } from "@/server/catalog/schema";
import type { CatalogMatch, createCatalogSearch } from "./catalog-search";
import { searchPlainly } from "./search-plainly";

/** What a text finds in the catalog. `prepare` loads the search; put it on the field's focus. */
export function useCatalogSearch(connectors: readonly ConnectorSummary[], text: string): { match: CatalogMatch; prepare: () => void } {
  const [create, setCreate] = useState<typeof createCatalogSearch | null>(null);
  const prepare = useCallback(() => {
    void import("./catalog-search").then((file) => setCreate(() => file.createCatalogSearch));
  }, []);
  const isSearching = text !== "";
  useEffect(() => {
    if (isSearching) prepare();
  }, [isSearching, prepare]);
  const search = useMemo(() => (create ?? searchPlainly)(connectors), [connectors, create]);
  const match = useMemo(() => search(text), [search, text]);
  return { match, prepare };
}
