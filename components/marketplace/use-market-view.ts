"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { marketAddress, readMarketAddress } from "./market-address";
import type { MarketView } from "./market-filters";

const writeAfterMs = 250;

/** The view that the URL describes. Changing it asks the server nothing: the whole catalog is in the browser. */
export function useMarketView() {
  const params = useSearchParams();
  const address = readMarketAddress(params);
  const [text, setText] = useState(address.text);
  const writtenText = useRef(address.text);
  const timer = useRef(0);

  // The URL changed by itself: back, forward, or the link to the marketplace.
  useEffect(() => {
    if (address.text === writtenText.current) return;
    writtenText.current = address.text;
    setText(address.text);
  }, [address.text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const view: MarketView = { ...address, text };
  const write = (next: MarketView, how: "pushState" | "replaceState") => {
    clearTimeout(timer.current);
    const href = marketAddress(next);
    writtenText.current = new URLSearchParams(href.slice(2)).get("q") ?? "";
    window.history[how](null, "", href);
  };
  return {
    view,
    /** Typing replaces the address, once it pauses. */
    type: (typed: string) => {
      setText(typed);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => write({ ...view, text: typed }, "replaceState"), writeAfterMs);
    },
    /** A choice can be taken back with the browser's own button. */
    choose: (choice: Partial<MarketView>) => {
      const next = { ...view, ...choice };
      setText(next.text);
      write(next, "pushState");
      // The result may be shorter than the page was scrolled.
      window.scrollTo({ top: 0 });
    },
  };
}
