import type { RouterOutputs } from "@/server/trpc/router";
import { watchOAuthReports } from "./watch-oauth-reports";

type Flow = RouterOutputs["oauth"]["flow"];

const askEveryMs = 1_500;

/**
 * Follows a sign-in until it ends: asks the server again and again, and at once when a window reports its end or the
 * person comes back. An answer that does not arrive is asked for again. Returns the stop.
 */
export function watchFlow(ask: () => Promise<Flow>, onFlow: (flow: Flow) => void): () => void {
  let isStopped = false;
  let isAsking = false;
  let isHurried = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
    stopReports();
    window.removeEventListener("focus", hurry);
  };
  const look = async () => {
    clearTimeout(timer);
    isAsking = true;
    isHurried = false;
    const flow = await ask().catch(() => null);
    isAsking = false;
    if (isStopped) return;
    if (flow && (flow.status === "connected" || flow.status === "failed")) stop();
    else timer = setTimeout(() => void look(), isHurried ? 0 : askEveryMs);
    if (flow) onFlow(flow);
  };
  const hurry = () => {
    isHurried = true;
    if (!isAsking && !isStopped) void look();
  };
  const stopReports = watchOAuthReports(hurry);
  window.addEventListener("focus", hurry);
  timer = setTimeout(() => void look(), askEveryMs);
  return stop;
}
