import { useEffect, useRef, useState } from "react";
import { readFailure, readFieldErrors } from "@/components/providers/read-failure";
import { useTRPCClient } from "@/components/providers/trpc";
import type { RouterInputs } from "@/server/trpc/router";
import { openPopup } from "./open-popup";
import { watchClosing } from "./watch-closing";
import { watchFlow } from "./watch-flow";

export type OAuthPhase =
  | { name: "idle" }
  /** The browser opened no window. Nothing was started. */
  | { name: "blocked" }
  | { name: "starting" }
  | { name: "waiting"; flowId: string; authorizationUrl: string; isFinishing: boolean; isClosed: boolean }
  | { name: "failed"; message: string; detail: string | null };

type Input = Omit<RouterInputs["oauth"]["startFlow"], "returnTo">;

type Listeners = {
  onConnected: (connection: { connectionId: string; note: string | null }) => void;
  /** Sentences that belong beside fields, by key. */
  onRefused: (fields: Record<string, string>) => void;
};

/**
 * One sign-in in a window of its own. How it goes is heard from that window over two channels and asked of the server
 * besides: vendors' pages may cut the window off from us, after which it looks closed while the person still types.
 */
export function useOAuthFlow(connectorId: string, listeners: Listeners) {
  const client = useTRPCClient();
  const popup = useRef<Window | null>(null);
  /** Grows with each start and each leaving, so that a start under way notices that nobody waits for it. */
  const attempt = useRef(0);
  /** The sign-in that has not ended yet, as far as is known here. */
  const openFlow = useRef<string | null>(null);
  const told = useRef(listeners);
  told.current = listeners;
  const [phase, setPhase] = useState<OAuthPhase>({ name: "idle" });
  const waiting = phase.name === "waiting" ? phase : null;
  const flowId = waiting?.flowId ?? null;

  useEffect(() => {
    if (flowId === null) return;
    return watchFlow(
      () => client.oauth.flow.query({ flowId }),
      ({ status, connectionId, message, detail }) => {
        if (status === "pending") return;
        if (status === "exchanging") {
          setPhase((before) => (before.name === "waiting" ? { ...before, isFinishing: true } : before));
          return;
        }
        openFlow.current = null;
        if (status === "connected" && connectionId !== null) {
          setPhase({ name: "idle" });
          told.current.onConnected({ connectionId, note: message });
        } else {
          popup.current?.close();
          setPhase({ name: "failed", message: message ?? "The sign-in failed. Start again.", detail });
        }
      },
    );
  }, [client, flowId]);

  useEffect(() => {
    if (flowId === null) return;
    return watchClosing(
      () => popup.current?.closed !== false,
      (isClosed) => setPhase((before) => (before.name === "waiting" ? { ...before, isClosed } : before)),
    );
  }, [flowId]);

  // Whoever leaves does not wait any more, so a late callback must not store anything.
  useEffect(() => {
    if (flowId === null) return;
    return () => {
      if (openFlow.current !== flowId) return;
      popup.current?.close();
      void client.oauth.cancelFlow.mutate({ flowId }).catch(() => undefined);
    };
  }, [client, flowId]);

  useEffect(
    () => () => {
      attempt.current += 1;
    },
    [],
  );

  const fail = (error: unknown) => {
    const { message, detail } = readFailure(error);
    told.current.onRefused(readFieldErrors(error));
    setPhase({ name: "failed", message, detail: detail ?? null });
  };

  return {
    phase,
    /** Has to be called in the click itself: later the browser blocks the window. `prepare` runs while it opens. */
    async start(input: Input, prepare?: () => Promise<unknown>) {
      popup.current = openPopup(`/connect/opening?connector=${encodeURIComponent(connectorId)}`);
      if (!popup.current) {
        setPhase({ name: "blocked" });
        return;
      }
      setPhase({ name: "starting" });
      attempt.current += 1;
      const own = attempt.current;
      try {
        await prepare?.();
        const started = await client.oauth.startFlow.mutate(input);
        if (attempt.current !== own) {
          popup.current.close();
          await client.oauth.cancelFlow.mutate({ flowId: started.flowId });
          return;
        }
        openFlow.current = started.flowId;
        if (!popup.current.closed) popup.current.location.replace(started.authorizationUrl);
        setPhase({ name: "waiting", flowId: started.flowId, authorizationUrl: started.authorizationUrl, isFinishing: false, isClosed: false });
      } catch (error) {
        popup.current.close();
        if (attempt.current === own) fail(error);
      }
    },
    /** Brings the window back to the front, or opens it again for the same sign-in. */
    reopen() {
      if (!waiting) return;
      if (popup.current?.closed === false) popup.current.focus();
      else popup.current = openPopup(waiting.authorizationUrl);
      if (!popup.current) setPhase({ name: "blocked" });
      else setPhase({ ...waiting, isClosed: false });
    },
    cancel() {
      attempt.current += 1;
      popup.current?.close();
      setPhase({ name: "idle" });
    },
    /** Without a window: leaves this page and comes back to the one that shows how it went. */
    async continueHere(input: Input, prepare?: () => Promise<unknown>) {
      setPhase({ name: "starting" });
      try {
        await prepare?.();
        const started = await client.oauth.startFlow.mutate({ ...input, returnTo: "/connections/finish" });
        window.location.assign(started.authorizationUrl);
      } catch (error) {
        fail(error);
      }
    },
  };
}
