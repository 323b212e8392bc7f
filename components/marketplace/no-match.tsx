import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { mayBeSecret } from "./market-address";
import type { MarketView } from "./market-filters";
import { RequestButton } from "./request-button";

type NoMatchProps = {
  view: MarketView;
  /** How many connectors the text alone would find. */
  withoutFilters: number;
  canConnect: boolean;
  onClearFilters: () => void;
  onClearText: () => void;
};

/** Nothing to show: says which of text and filters is the reason, and takes it away. */
export function NoMatch({ view, withoutFilters, canConnect, onClearFilters, onClearText }: NoMatchProps) {
  const text = view.text.trim();
  const actions = (
    <>
      {withoutFilters > 0 ? (
        <Button onClick={onClearFilters} variant="primary">
          {text === "" ? "Clear the filters" : `Search everywhere (${withoutFilters})`}
        </Button>
      ) : null}
      {text === "" ? null : <Button onClick={onClearText}>Clear the search</Button>}
      {canConnect && text !== "" && withoutFilters === 0 && !mayBeSecret(text) ? <RequestButton name={text} /> : null}
    </>
  );
  return (
    <EmptyState actions={actions} icon={<SearchX />} title={titleOf(text, withoutFilters)}>
      {adviceOf(text, withoutFilters)}
    </EmptyState>
  );
}

function titleOf(text: string, withoutFilters: number): string {
  if (text === "") return "No connector has all of this";
  if (mayBeSecret(text)) return "This text matches no connector";
  return withoutFilters > 0 ? `Nothing here for “${text}”` : `No connector for “${text}”`;
}

function adviceOf(text: string, withoutFilters: number): string {
  if (withoutFilters > 0) return text === "" ? "Take a filter away to see more." : "The category and the filters leave it out.";
  if (mayBeSecret(text)) return "If it is a key, search for the service it belongs to and paste it there.";
  return "Try the name of the product, its maker, or what you want to do, such as “send sms”.";
}
