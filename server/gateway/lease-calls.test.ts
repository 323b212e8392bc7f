import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRedis, type TestRedis } from "@/server/auth-kinds/database/testing-redis";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { leaseCalls } from "./lease-calls";
import { RateBudget } from "./rate-budget";

const rule = { calls: 40, seconds: 30 };

/** Processes have nothing in common but what they lease from. */
const takenByThree = async (runtime: Runtime, scope: string) => {
  const processes = [1, 2, 3].map(() => new RateBudget([rule], leaseCalls(runtime, scope)));
  const taken = await Promise.all(processes.flatMap((budget) => Array.from({ length: 30 }, () => budget.take(5_000))));
  return taken.filter((waited) => waited !== null).length;
};

describe("through Redis", () => {
  let redis: TestRedis;
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => {
    redis = await startTestRedis();
    ({ runtime, close } = await createTestRuntime({ env: { REDIS_URL: `redis://:${encodeURIComponent(redis.password)}@127.0.0.1:${redis.port}` } }));
  });
  afterAll(async () => {
    await close();
  });

  it("processes use a budget up together and never exceed it", async () => {
    expect(await takenByThree(runtime, "con_1")).toBe(40);
  });

  it("a window ends, and the next one is whole", async () => {
    const lease = leaseCalls(runtime, "con_2");
    const short = { calls: 10, seconds: 1 };
    expect(await lease?.(short, 10)).toMatchObject({ granted: 10 });
    expect(await lease?.(short, 10)).toMatchObject({ granted: 0 });
    await expect.poll(async () => (await lease?.(short, 1))?.granted, { timeout: 3_000 }).toBe(1);
  });

  it("calls go on when Redis is gone", async () => {
    await redis.stop();
    const lease = leaseCalls(runtime, "con_3");
    expect(await lease?.(rule, 5)).toMatchObject({ granted: 5 });
  });
});

describe("without Redis", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ runtime, close } = await createTestRuntime());
  });
  afterAll(() => close());

  it("processes share through PostgreSQL, and an embedded database has only one process", async () => {
    if (runtime.database.kind === "embedded") expect(leaseCalls(runtime, "con_1")).toBeNull();
    else expect(await takenByThree(runtime, "con_1")).toBe(40);
  });
});
