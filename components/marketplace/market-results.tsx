import dynamic from "next/dynamic";
import { ConnectButton } from "@/components/connect/connect-button";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { ConnectorCard } from "./connector-card";
import { connectorGrid } from "./connector-grid";
import { mayBeSecret } from "./market-address";
import { RequestButton } from "./request-button";
import type { MarketView } from "./market-filters";

// Few visits see either: they come when they are needed.
const NoMatch = dynamic(() => import("./no-match").then((file) => file.NoMatch));
const RecognisedKey = dynamic(() => import("./recognised-key").then((file) => file.RecognisedKey));

type State = "connected" | "degraded" | "error" | "not_configured";

type MarketResultsProps = {
  connectors: readonly ConnectorSummary[];
  states: Readonly<Record<string, State>>;
  view: MarketView;
  /** The text is a key of this one. */
  recognised: ConnectorSummary | undefined;
  /** How many the text alone finds. */
  matchCount: number;
  canConnect: boolean;
  onChoose: (choice: Partial<MarketView>) => void;
  onPastedConnected: () => void;
};

/** What the view finds: the grid, whose key was pasted, or why there is nothing. */
export function MarketResults({ connectors, states, view, recognised, matchCount, canConnect, onChoose, onPastedConnected }: MarketResultsProps) {
  if (recognised) {
    const { id, name } = recognised;
    const connect = (
      <ConnectButton connectorId={id} connectorName={name} onDone={onPastedConnected} pasted={view.text.trim()} variant="primary">
        Connect {name}
      </ConnectButton>
    );
    return <RecognisedKey action={canConnect ? connect : null} connector={recognised} />;
  }
  if (connectors.length === 0) {
    return <NoMatch canConnect={canConnect} onClearFilters={() => onChoose({ category: null, filters: [] })} onClearText={() => onChoose({ text: "" })} view={view} withoutFilters={matchCount} />;
  }
  return (
    <>
      <ul className={connectorGrid}>
        {connectors.map((connector) => (
          <ConnectorCard canConnect={canConnect} connector={connector} key={connector.id} state={shownState(states[connector.id])} />
        ))}
      </ul>
      {canConnect ? (
        <div className="mt-8 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 text-muted text-sm">
          Something is missing?
          <RequestButton name={mayBeSecret(view.text) ? "" : view.text.trim()} />
        </div>
      ) : null}
    </>
  );
}

function shownState(state: State | undefined) {
  return state === "not_configured" ? undefined : state;
}
