"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Kbd } from "./kbd";
import { watchTooltips, type TooltipTarget } from "./watch-tooltips";

const gap = 6;
const edge = 8;

/**
 * The page's one tooltip. Anything with `data-tooltip="…"` (and `data-tooltip-keys`) gets it on
 * hover and on keyboard focus, also markup that was rendered on the server and has no script.
 */
export function TooltipLayer() {
  const [target, setTarget] = useState<TooltipTarget | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => watchTooltips(setTarget), []);

  useLayoutEffect(() => {
    const bubble = box.current;
    if (!bubble || !target) return;
    const { anchor } = target;
    bubble.showPopover();
    const at = anchor.getBoundingClientRect();
    const { width, height } = bubble.getBoundingClientRect();
    const centred = at.left + at.width / 2 - width / 2;
    const left = Math.max(edge, Math.min(centred, window.innerWidth - width - edge));
    const above = at.top - height - gap;
    bubble.style.left = `${Math.round(left)}px`;
    bubble.style.top = `${Math.round(above < edge ? at.bottom + gap : above)}px`;
    // A name is read out anyway; only what says more than the name is a description.
    const isDescription = anchor.getAttribute("aria-label") !== target.text;
    if (isDescription) anchor.setAttribute("aria-describedby", bubble.id);
    return () => {
      bubble.hidePopover();
      if (isDescription) anchor.removeAttribute("aria-describedby");
    };
  }, [target]);

  // Hidden from the tree of a screen reader, which reads it as the description of what it belongs to.
  return (
    <div
      aria-hidden
      className="fixed inset-auto m-0 hidden max-w-72 animate-fade-in items-center gap-2 rounded-md bg-ink px-2 py-1 text-on-ink text-xs open:flex"
      data-tooltip-box=""
      id="tooltip"
      popover="manual"
      ref={box}
      role="tooltip"
    >
      {target?.text}
      {target?.keys ? <Kbd className="-mr-1" keys={target.keys} /> : null}
    </div>
  );
}
