import { describe, expect, it } from "vitest";
import type { AuthOptionView } from "@/server/catalog/schema";
import { describeWay, firstWay } from "./way";

const way = (kind: AuthOptionView["kind"], isReady = true): AuthOptionView => ({ kind, label: kind, guide: [], fields: [], isReady });
const ready = [way("oauth2"), way("bearer")];
const lacksApp = [way("oauth2", false), way("bearer")];

describe("the way that is shown first", () => {
  it("is the preferred one", () => expect(firstWay(ready, undefined, false)?.kind).toBe("oauth2"));
  it("is the one that was asked for", () => expect(firstWay(ready, "bearer", false)?.kind).toBe("bearer"));
  it("is one that works for somebody who cannot set up an OAuth app", () => expect(firstWay(lacksApp, undefined, false)?.kind).toBe("bearer"));
  it("is the set-up for an admin", () => expect(firstWay(lacksApp, undefined, true)?.kind).toBe("oauth2"));
  it("is the only one, even when it needs an admin first", () => expect(firstWay([way("oauth2", false)], undefined, false)?.kind).toBe("oauth2"));
});

it.each(["oauth2", "api_key", "bearer", "basic", "client_credentials", "service_account", "database"] as const)("%s says how long it takes", (kind) => {
  expect(describeWay(way(kind), "Acme", true)).toMatch(/About \d+ seconds/);
});
