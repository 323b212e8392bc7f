import type { Runtime } from "@/server/runtime/runtime";

type Bounded = { deadline: number; expire(): void };

const sweepEveryMs = 500;

/** Ends calls that take longer than they may. One timer for all: a timer of its own would cost every call. */
export function deadlines(runtime: Runtime) {
  return runtime.singleton("gateway.deadlines", () => {
    const underWay = new Set<Bounded>();
    let timer: NodeJS.Timeout | undefined;
    const sweep = () => {
      const now = performance.now();
      for (const each of underWay) {
        if (each.deadline > now) continue;
        underWay.delete(each);
        each.expire();
      }
      if (underWay.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
    return {
      add(bounded: Bounded): void {
        underWay.add(bounded);
        timer ??= setInterval(sweep, sweepEveryMs).unref();
      },
      remove(bounded: Bounded): void {
        underWay.delete(bounded);
      },
    };
  });
}
