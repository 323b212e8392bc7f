import type { Runtime } from "@/server/runtime/runtime";

/** `place` is for the list that it stands in; -1 while it stands in none. */
type Bounded = { deadline: number; place: number; expire(): void };

const sweepEveryMs = 500;

/**
 * Ends calls that take longer than they may. One timer for all: a timer of its own would cost every call. An array and
 * not a Set: a Set that entries come and go in is copied over and over, and each copy left behind keeps the calls that
 * stood in it, and the next copy, from being collected while young.
 */
export function deadlines(runtime: Runtime) {
  return runtime.singleton("gateway.deadlines", () => {
    const underWay: Bounded[] = [];
    let timer: NodeJS.Timeout | undefined;
    const sweep = () => {
      const now = performance.now();
      for (const each of underWay.filter(({ deadline }) => deadline <= now)) {
        remove(each);
        each.expire();
      }
      if (underWay.length > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
    const remove = (bounded: Bounded): void => {
      const last = underWay.at(-1);
      if (bounded.place === -1 || last === undefined) return;
      underWay[bounded.place] = last;
      last.place = bounded.place;
      underWay.pop();
      bounded.place = -1;
    };
    return {
      remove,
      add(bounded: Bounded): void {
        bounded.place = underWay.push(bounded) - 1;
        timer ??= setInterval(sweep, sweepEveryMs).unref();
      },
    };
  });
}
