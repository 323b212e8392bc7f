import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchClosing } from "./watch-closing";

let looksClosed = false;
let isHere = false;
const said: boolean[] = [];
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { hasFocus: () => isHere });
  [looksClosed, isHere] = [false, false];
  said.length = 0;
  stop = watchClosing(
    () => looksClosed,
    (isClosed) => said.push(isClosed),
  );
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("whether a window was closed", () => {
  it("is said a while after the person is back without it", () => {
    [looksClosed, isHere] = [true, true];
    vi.advanceTimersByTime(2_500);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(1_500);
    expect(said).toEqual([true]);
  });

  it("is not believed of one that a vendor's page cut off, in which the person still is", () => {
    looksClosed = true;
    vi.advanceTimersByTime(2_000);
    // Later they come over to look, and the window is still open behind.
    isHere = true;
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual([]);
  });

  it("is taken back when it is opened again", () => {
    [looksClosed, isHere] = [true, true];
    vi.advanceTimersByTime(4_000);
    looksClosed = false;
    vi.advanceTimersByTime(500);
    expect(said).toEqual([true, false]);
  });
});
