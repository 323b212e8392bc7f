import { describe, expect, it } from "vitest";
import { tellStory } from "./call-story";

type Call = Parameters<typeof tellStory>[0];

const connector = { id: "stripe", name: "Stripe", logo: { light: "/x.svg", dark: "/x.svg" } };
const usual: Call = { actor: { kind: "user", id: "u", name: "Ada" }, connector, method: "GET", source: "proxy", status: 200, errorCode: null, durationMs: 90, waitedMs: 0, attempts: 1, cache: null, breaker: "closed", detail: null };
const textsOf = (call: Partial<Call>) => tellStory({ ...usual, ...call }).map(({ text }) => text);

describe("the story of a call", () => {
  it("is short when nothing special happened", () => {
    expect(tellStory(usual)).toEqual([
      { kind: "asked", text: "Asked for through the proxy by Ada", atMs: null },
      { kind: "answered", text: "Stripe answered 200 OK", atMs: 90 },
    ]);
  });

  it("is put together from the record when no decisions were kept", () => {
    expect(textsOf({ waitedMs: 1_200, attempts: 3, status: 429 })).toEqual(["Asked for through the proxy by Ada", "Waited 1.2 s for Stripe's limit", "Sent 3 times in all", "Stripe answered 429 Too many calls"]);
    expect(textsOf({ cache: "hit" }).at(-1)).toBe("Answered 200 from the cache");
    expect(textsOf({ breaker: "open", status: null, errorCode: "SERVICE_UNAVAILABLE", attempts: 0 })).toEqual([expect.any(String), "Not sent: Stripe failed too often just before", "No answer: unavailable"]);
  });

  it("is the gateway's own words when they were kept", () => {
    const detail = { query: null, requestHead: {}, requestBody: null, isRequestCut: false, responseHead: {}, responseBody: null, isResponseCut: false, decisions: [{ at: 5, kind: "retry", text: "the vendor answered 429: sent again after 2 s" }] };
    expect(tellStory({ ...usual, attempts: 2, detail })[1]).toEqual({ kind: "retried", text: "The vendor answered 429: sent again after 2 s", atMs: 5 });
  });

  it("names Patchbay's own calls and those of people who left", () => {
    expect(textsOf({ source: "check", actor: { kind: "system", id: "health", name: "Patchbay" } })[0]).toBe("Patchbay checked the connection");
    expect(textsOf({ actor: { kind: "user", id: "u", name: null } })[0]).toBe("Asked for through the proxy by someone who left");
  });
});
