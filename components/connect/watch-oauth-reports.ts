import { oauthChannel, type OAuthReport } from "@/components/oauth/report-script";

/** Tells when a sign-in has ended, as its window reports it to this browser over two channels. Returns the stop. */
export function watchOAuthReports(onEnded: () => void): () => void {
  const hearMessage = (event: MessageEvent<unknown>) => {
    if (event.origin === window.location.origin && isReport(event.data)) onEnded();
  };
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(oauthChannel) : null;
  channel?.addEventListener("message", hearMessage);
  window.addEventListener("message", hearMessage);
  return () => {
    channel?.close();
    window.removeEventListener("message", hearMessage);
  };
}

const reportType: OAuthReport["type"] = "patchbay:oauth";

/** A hint and no more: whichever sign-in it is about, the server is asked. */
function isReport(data: unknown): boolean {
  return typeof data === "object" && data !== null && "type" in data && data.type === reportType;
}
