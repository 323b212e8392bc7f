import { createServer } from "node:net";
import { expect, it } from "vitest";
import { findFreePort } from "./find-free-port";

it("skips a port that is in use", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  expect(await findFreePort(port)).toBeGreaterThan(port);
  await new Promise((resolve) => taken.close(resolve));
  expect(await findFreePort(port)).toBe(port);
});

it("finds any port when none is wanted", async () => {
  expect(await findFreePort()).toBeGreaterThan(1_024);
});
