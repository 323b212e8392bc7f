"use client";

import { createContext, type ReactNode, use } from "react";

/** What the workspace has, to choose ids from. */
export type Suggestions = Record<"connections" | "connectors", { id: string; name: string }[]>;

const SuggestionsContext = createContext<Suggestions>({ connections: [], connectors: [] });

/** Hands the workspace's ids to every form of the page. */
export function SuggestionsProvider({ suggestions, children }: { suggestions: Suggestions; children: ReactNode }) {
  return <SuggestionsContext value={suggestions}>{children}</SuggestionsContext>;
}

/** The list behind a field, for its `list`; nothing when there is none to choose from. */
export function SuggestionList({ id, of }: { id: string; of: keyof Suggestions }) {
  const suggestions = use(SuggestionsContext)[of];
  return (
    <datalist id={id}>
      {suggestions.map((suggestion) => (
        <option key={suggestion.id} value={suggestion.id}>
          {suggestion.name}
        </option>
      ))}
    </datalist>
  );
}
