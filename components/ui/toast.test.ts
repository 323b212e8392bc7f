import { afterEach, expect, it, vi } from "vitest";
import { currentToasts, dismissToast, subscribeToToasts, toast } from "./toast";

afterEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
});

it("keeps the three newest", () => {
  for (const title of ["one", "two", "three", "four"]) toast({ title });
  expect(currentToasts().map(({ title }) => title)).toEqual(["two", "three", "four"]);
});

it("leaves more time for what failed or can be undone", () => {
  toast({ title: "said" });
  toast({ title: "failed", tone: "danger" });
  toast({ title: "paused", action: { label: "Undo", onSelect: () => undefined } });
  expect(currentToasts().map(({ durationMs }) => durationMs)).toEqual([5_000, 10_000, 10_000]);
});

it("tells its listeners until they stop listening", () => {
  const heard = vi.fn<() => void>();
  const stop = subscribeToToasts(heard);
  const id = toast({ title: "said" });
  dismissToast(id);
  stop();
  toast({ title: "unheard" });
  expect(heard).toHaveBeenCalledTimes(2);
});
