import type { Finding } from "@/server/oauth/finding";
import type { BrowserFacts } from "./read-browser-facts";

/** The browser's half of what can be wrong on the way back from a vendor. */
export function judgeBrowserFacts(facts: BrowserFacts): Finding[] {
  return [judgeOrigin(facts), judgeReach(facts), ...judgeProxy(facts), ...judgeCookies(facts), ...judgeCallbackPage(facts), ...judgeClock(facts)];
}

const restart = "and restart the server.";

function judgeOrigin({ pageOrigin, publicUrl }: BrowserFacts): Finding {
  if (pageOrigin === publicUrl) return { id: "origin", level: "ok", text: "You opened Patchbay at PUBLIC_URL." };
  const isSameHost = new URL(pageOrigin).host === new URL(publicUrl).host;
  return {
    id: "origin",
    level: "problem",
    text: isSameHost ? `You opened Patchbay over ${new URL(pageOrigin).protocol.replace(":", "")}, but PUBLIC_URL is ${publicUrl}.` : `You opened Patchbay at ${pageOrigin}, but PUBLIC_URL is ${publicUrl}.`,
    next: `Cookies and sign-ins belong to one address. Open ${publicUrl} instead, or set PUBLIC_URL to the address people use, ${restart}`,
    copy: { what: "the variable", value: `PUBLIC_URL=${pageOrigin}` },
  };
}

function judgeReach({ echo, pageOrigin }: BrowserFacts): Finding {
  if (echo) return { id: "browser-reaches", level: "ok", text: `What your browser sends to ${pageOrigin} reaches this server.` };
  return { id: "browser-reaches", level: "problem", text: "What your browser asks below /api/oauth2/ does not reach this server.", next: "Have the proxy pass every path below /api/ on to this server, with its query." };
}

function judgeProxy({ echo, publicUrl }: BrowserFacts): Finding[] {
  if (!echo) return [];
  const own = new URL(publicUrl);
  const host = echo.forwardedHost ?? echo.host;
  const findings: Finding[] = [];
  if (host !== null && host !== own.host) {
    findings.push({ id: "proxy-host", level: "warning", text: `The proxy in front tells this server that you asked for ${host}, not ${own.host}. Callbacks follow PUBLIC_URL all the same.`, next: "Have the proxy pass on the host that people asked for.", copy: { what: "the line for nginx", value: "proxy_set_header Host $host;" } });
  }
  if (echo.forwardedProto !== null && `${echo.forwardedProto}:` !== own.protocol) {
    findings.push({ id: "proxy-scheme", level: "warning", text: `The proxy in front tells this server that you came over ${echo.forwardedProto}, and PUBLIC_URL says ${own.protocol.replace(":", "")}.`, next: "One of the two is wrong. Have the proxy say how people come, or correct PUBLIC_URL.", copy: { what: "the line for nginx", value: "proxy_set_header X-Forwarded-Proto $scheme;" } });
  }
  return [...(findings.length > 0 ? findings : [{ id: "proxy-host", level: "ok", text: "The host and the scheme that this server hears of are those of PUBLIC_URL." } satisfies Finding]), judgeTrust(echo)];
}

function judgeTrust({ hasForwardedFor, isTrustedProxy, peer }: NonNullable<BrowserFacts["echo"]>): Finding {
  if (hasForwardedFor && !isTrustedProxy) {
    return {
      id: "trusted-proxies",
      level: "warning",
      text: `A proxy${peer === null ? "" : ` at ${peer}`} stands in front, and TRUSTED_PROXIES does not name it: everybody seems to come from its address, and shares its limits.`,
      next: `Set TRUSTED_PROXIES to the proxy's address or range, ${restart}`,
      ...(peer === null ? {} : { copy: { what: "the variable", value: `TRUSTED_PROXIES=${peer}` } }),
    };
  }
  if (isTrustedProxy && !hasForwardedFor) {
    return { id: "trusted-proxies", level: "warning", text: "TRUSTED_PROXIES names whoever asks, but no X-Forwarded-For comes along, so everybody seems to come from one address.", next: "Have the proxy add it.", copy: { what: "the line for nginx", value: "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;" } };
  }
  return { id: "trusted-proxies", level: "ok", text: hasForwardedFor ? "The proxy in front is one that TRUSTED_PROXIES names." : "No proxy stands in front of this server." };
}

function judgeCookies({ isCookieBack, pageOrigin, publicUrl }: BrowserFacts): Finding[] {
  if (isCookieBack === null) return [];
  if (isCookieBack) return [{ id: "cookies", level: "ok", text: "Your browser keeps this server's cookies. Third-party cookies are not needed." }];
  if (pageOrigin.startsWith("http:") && publicUrl.startsWith("https:")) {
    return [{ id: "cookies", level: "problem", text: "Cookies are marked Secure because PUBLIC_URL starts with https, and you came over http, where browsers drop them.", next: `Open ${publicUrl}.` }];
  }
  return [{ id: "cookies", level: "problem", text: "A cookie that this server set did not come back, so a sign-in is not known when the vendor sends you back.", next: "Allow cookies for this site in the browser, and have the proxy pass Set-Cookie and Cookie headers on." }];
}

function judgeCallbackPage({ callback }: BrowserFacts): Finding[] {
  if (!callback) return [];
  const { status, isRedirect, policy, openerPolicy } = callback;
  if (isRedirect || status !== 200) {
    return [{ id: "callback-page", level: "problem", text: isRedirect ? "The callback page sends browsers on to somewhere else." : `The callback page answers with HTTP ${status}.`, next: "Have the proxy pass /api/oauth2/callback/ on to this server, as it is and without a sign-in of its own." }];
  }
  return [judgeOpenerPolicy(openerPolicy), judgePolicy(policy)];
}

function judgeOpenerPolicy(openerPolicy: string | null): Finding {
  const value = openerPolicy?.trim() ?? "";
  if (value === "" || /^unsafe-none$/i.test(value)) return { id: "opener-policy", level: "ok", text: "The callback page may report to the window that opened it." };
  return { id: "opener-policy", level: "warning", text: `Something in front sets Cross-Origin-Opener-Policy: ${value} on the callback page, which cuts the window off from the page that waits.`, next: "Take the header off paths below /api/oauth2/ and /connect/ in the proxy. Until then the sign-in works, but its window may look closed or stay open." };
}

function judgePolicy(policy: string | null): Finding {
  const nonces = policy?.match(/script-src 'nonce-[^']+'/g) ?? [];
  const next = "Have the proxy leave Content-Security-Policy as this server sets it.";
  if (policy === null) return { id: "page-policy", level: "warning", text: "Something in front takes the Content-Security-Policy off the callback page.", next };
  // Browsers obey every policy at once: one that was added may forbid the script that reports.
  if (nonces.length !== 1 || policy.split("default-src").length !== 2) return { id: "page-policy", level: "warning", text: "Something in front changes the Content-Security-Policy of the callback page, so its script may not run: the window stays open, and the page that waits notices late.", next };
  return { id: "page-policy", level: "ok", text: "The callback page's own Content-Security-Policy arrives." };
}

const toleratedMs = 60_000;

function judgeClock({ clock }: BrowserFacts): Finding[] {
  if (!clock) return [];
  const offMs = Math.abs(clock.aheadMs);
  if (offMs <= toleratedMs + clock.roundTripMs) return [{ id: "browser-clock", level: "ok", text: "This server's clock agrees with your browser's." }];
  const minutes = Math.round(offMs / 60_000);
  return [
    {
      id: "browser-clock",
      level: "warning",
      text: `This server's clock is ${minutes === 1 ? "a minute" : `${minutes} minutes`} ${clock.aheadMs > 0 ? "ahead of" : "behind"} your browser's.`,
      next: "One of the two is wrong. If it is the server's, set it by NTP: tokens seem to end at another time than they do.",
    },
  ];
}
