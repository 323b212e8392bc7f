/** How the window that waits hears of a sign-in's end, whether or not the vendor's page cut the two apart. */
export const oauthChannel = "patchbay-oauth";

/** What is posted. No code, no state, no secret: the wizard asks the server for the rest. */
export type OAuthReport = { type: "patchbay:oauth"; flowId: string; status: "connected" | "failed" };

export type ReportFacts = {
  /** Null when the callback named no flow of this browser: then nobody waits. */
  report: OAuthReport | null;
  /** The one origin that may hear it. */
  origin: string;
  /** Where a full-page flow goes on. */
  returnTo: string | null;
  /** A visitor's own tab is not ours to close. */
  staysOpen: boolean;
};

/** The callback page's script: takes the code out of the address bar, reports, then closes or goes on. */
export function reportScript(facts: ReportFacts): string {
  // `<` could end the script element; U+2028 and U+2029 are fine in scripts since ES2019.
  const data = JSON.stringify(facts).replaceAll("<", "\\u003c");
  return `(() => {
const { report, origin, returnTo, staysOpen } = ${data};
history.replaceState(null, "", location.pathname);
if (report) {
  if ("BroadcastChannel" in window) new BroadcastChannel(${JSON.stringify(oauthChannel)}).postMessage(report);
  if (window.opener) window.opener.postMessage(report, origin);
}
document.getElementById("close")?.addEventListener("click", () => {
  window.close();
  setTimeout(() => { document.getElementById("text").textContent = "The browser keeps this window open. You can close it yourself."; }, 300);
});
if (returnTo && !window.opener) location.replace(returnTo);
else if (report && !staysOpen) setTimeout(() => window.close(), 400);
})();`;
}
