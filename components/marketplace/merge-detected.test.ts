import { expect, it } from "vitest";
import { mergeDetected } from "./merge-detected";

it("keeps each connector and each reason once, and puts what has more reasons first", () => {
  const stripe = { kind: "package", name: "stripe", file: "" } as const;
  const key = { kind: "variable", name: "STRIPE_KEY", file: "" } as const;
  const slack = { kind: "package", name: "@slack/bolt", file: "" } as const;
  expect(mergeDetected([{ id: "slack", because: [slack] }, { id: "stripe", because: [stripe] }], [{ id: "stripe", because: [stripe, key] }])).toEqual([
    { id: "stripe", because: [stripe, key] },
    { id: "slack", because: [slack] },
  ]);
});
