import { describe, expect, it } from "vitest";
import { judgeBrowserFacts } from "./judge-browser-facts";
import type { BrowserFacts } from "./read-browser-facts";

const echo: NonNullable<BrowserFacts["echo"]> = { proof: "p", now: "2026-01-01T00:00:00.000Z", host: "patchbay.example.com", forwardedProto: "https", forwardedHost: null, hasForwardedFor: true, peer: "10.0.0.2", isTrustedProxy: true, mark: null, cookie: "c" };
const policy = "default-src 'none'; img-src 'self'; style-src 'nonce-abc'; script-src 'nonce-abc'; base-uri 'none'";
const fine: BrowserFacts = {
  pageOrigin: "https://patchbay.example.com",
  publicUrl: "https://patchbay.example.com",
  echo,
  isCookieBack: true,
  clock: { aheadMs: 400, roundTripMs: 30 },
  callback: { status: 200, isRedirect: false, policy, openerPolicy: "unsafe-none" },
};

const judge = (changes: Partial<BrowserFacts>) => judgeBrowserFacts({ ...fine, ...changes });
const faults = (changes: Partial<BrowserFacts>) => judge(changes).filter(({ level }) => level !== "ok").map(({ id, level }) => `${id} ${level}`);

describe("judgeBrowserFacts", () => {
  it("finds nothing where all is well, with each check once", () => {
    expect(faults({})).toEqual([]);
    const ids = judge({}).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toHaveLength(8);
  });

  it.each<[string, Partial<BrowserFacts>, string[]]>([
    ["another host", { pageOrigin: "https://other.example" }, ["origin problem"]],
    ["another scheme", { pageOrigin: "http://patchbay.example.com" }, ["origin problem"]],
    ["a server that does not answer", { echo: null, isCookieBack: null, clock: null }, ["browser-reaches problem"]],
    ["a proxy with a host of its own", { echo: { ...echo, host: "127.0.0.1:3000" } }, ["proxy-host warning"]],
    ["a proxy that says which host it was", { echo: { ...echo, host: "127.0.0.1:3000", forwardedHost: "patchbay.example.com" } }, []],
    ["a proxy that says http", { echo: { ...echo, forwardedProto: "http" } }, ["proxy-scheme warning"]],
    ["a proxy that says nothing of the scheme", { echo: { ...echo, forwardedProto: null } }, []],
    ["a proxy that is not trusted", { echo: { ...echo, isTrustedProxy: false } }, ["trusted-proxies warning"]],
    ["a trusted one that does not say for whom", { echo: { ...echo, hasForwardedFor: false } }, ["trusted-proxies warning"]],
    ["no proxy", { echo: { ...echo, hasForwardedFor: false, isTrustedProxy: false } }, []],
    ["cookies that do not come back", { isCookieBack: false }, ["cookies problem"]],
    ["a callback page elsewhere", { callback: { status: 0, isRedirect: true, policy: null, openerPolicy: null } }, ["callback-page problem"]],
    ["no callback page", { callback: { status: 404, isRedirect: false, policy: null, openerPolicy: null } }, ["callback-page problem"]],
    ["a window that is cut off", { callback: { status: 200, isRedirect: false, policy, openerPolicy: "same-origin" } }, ["opener-policy warning"]],
    ["no opener policy at all", { callback: { status: 200, isRedirect: false, policy, openerPolicy: null } }, []],
    ["no policy", { callback: { status: 200, isRedirect: false, policy: null, openerPolicy: null } }, ["page-policy warning"]],
    ["a second policy", { callback: { status: 200, isRedirect: false, policy: `${policy}, default-src 'self'`, openerPolicy: null } }, ["page-policy warning"]],
    ["a policy of the proxy's", { callback: { status: 200, isRedirect: false, policy: "default-src 'self'", openerPolicy: null } }, ["page-policy warning"]],
    ["a clock that is off", { clock: { aheadMs: -240_000, roundTripMs: 30 } }, ["browser-clock warning"]],
    ["a slow line", { clock: { aheadMs: 61_000, roundTripMs: 2_000 } }, []],
  ])("%s", (_name, changes, expected) => expect(faults(changes)).toEqual(expected));

  it("has something to copy and something to do for what an operator sets", () => {
    const [origin] = judge({ pageOrigin: "https://other.example" });
    expect(origin).toMatchObject({ copy: { value: "PUBLIC_URL=https://other.example" }, next: expect.stringContaining("Open https://patchbay.example.com") as unknown });
    expect(judge({ echo: { ...echo, isTrustedProxy: false } }).find(({ id }) => id === "trusted-proxies")?.copy?.value).toBe("TRUSTED_PROXIES=10.0.0.2");
    expect(judge({ pageOrigin: "http://patchbay.example.com", isCookieBack: false }).find(({ id }) => id === "cookies")?.text).toContain("Secure");
    for (const finding of [{ isCookieBack: false }, { callback: null, echo: null }, { clock: { aheadMs: 1e9, roundTripMs: 1 } }].flatMap(judge)) {
      if (finding.level !== "ok") expect(finding.next, finding.id).toBeTruthy();
    }
  });
});
