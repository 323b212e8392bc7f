import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { oauthChannel } from "@/components/oauth/report-script";
import { watchFlow } from "./watch-flow";

type Flow = Parameters<Parameters<typeof watchFlow>[1]>[0];

const flow = (status: Flow["status"]): Flow => ({ flowId: "flw_1", connector: "github", status, connectionId: null, message: null, detail: null, expiresAt: "" });
const origin = "http://localhost:3000";
let answers: (Flow | "unreachable")[] = [];
let asked = 0;
const seen: string[] = [];
let stop = () => {};

const channels: EventTarget[] = [];
class Channel extends EventTarget {
  constructor(readonly name: string) {
    super();
    channels.push(this);
  }
  close() {}
}

beforeEach(() => {
  vi.useFakeTimers();
  const page = Object.assign(new EventTarget(), { location: { origin }, BroadcastChannel: Channel });
  vi.stubGlobal("window", page);
  vi.stubGlobal("BroadcastChannel", Channel);
  answers = [];
  asked = 0;
  seen.length = 0;
  channels.length = 0;
  stop = watchFlow(
    async () => {
      asked += 1;
      const answer = answers.shift() ?? flow("pending");
      if (answer === "unreachable") throw new Error("no network");
      return answer;
    },
    ({ status }) => seen.push(status),
  );
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const report = (target: EventTarget | undefined, from: string, data: unknown = { type: "patchbay:oauth", flowId: "flw_1", status: "connected" }) =>
  target?.dispatchEvent(Object.assign(new Event("message"), { origin: from, data }));

it("asks until it has ended, and then no more", async () => {
  answers = [flow("pending"), flow("exchanging"), flow("connected")];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toEqual(["pending", "exchanging", "connected"]);
  expect(asked).toBe(3);
});

it("goes on asking when an answer does not arrive", async () => {
  answers = ["unreachable", "unreachable", flow("failed")];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toEqual(["failed"]);
});

it.each([
  ["the channel", () => report(channels[0], origin)],
  ["its opener's messages", () => report(globalThis.window, origin)],
])("asks at once when a window reports over %s", async (_name, tell) => {
  answers = [flow("connected")];
  tell();
  await vi.advanceTimersByTimeAsync(10);
  expect(seen).toEqual(["connected"]);
});

it("listens to the channel that the callback's page speaks on", () => {
  expect(channels).toMatchObject([{ name: oauthChannel }]);
});

it.each([
  ["from another site", "https://elsewhere.example", { type: "patchbay:oauth" }],
  ["of another kind", origin, { type: "something else" }],
  ["that are no object", origin, "patchbay:oauth"],
])("does not hurry for messages %s", async (_name, from, data) => {
  report(globalThis.window, from, data);
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toBe(0);
});

it("asks no more once it is stopped", async () => {
  stop();
  report(channels[0], origin);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(0);
});
