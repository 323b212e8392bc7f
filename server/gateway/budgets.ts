import { LRUCache } from "lru-cache";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import type { Runtime } from "@/server/runtime/runtime";
import type { CallPolicy } from "./call-policy";
import { leaseCalls } from "./lease-calls";
import { type BudgetView, RateBudget } from "./rate-budget";

type Entry = { budget: RateBudget; rules: CallPolicy["budget"] };

const maxBudgets = 10_000;

/** The budget of each connection that is called, while it is called. */
export function budgets(runtime: Runtime) {
  return runtime.singleton("gateway.budgets", () => {
    const known = new LRUCache<string, Entry>({ max: maxBudgets });
    return {
      of({ id }: Pick<ConnectionRow, "id">, { budget: rules }: CallPolicy): RateBudget {
        const entry = known.get(id);
        // A changed policy is another object with other rules; what is waiting on the old ones goes by those.
        if (entry && (entry.rules === rules || isSame(entry.rules, rules))) return entry.budget;
        const budget = new RateBudget(rules, rules.length === 0 ? null : leaseCalls(runtime, id));
        known.set(id, { budget, rules });
        return budget;
      },
      view(connectionId: string): { windows: BudgetView[]; nextAt: number; waiting: number } | null {
        const entry = known.peek(connectionId);
        if (!entry) return null;
        const now = Date.now();
        return { windows: entry.budget.view(now), nextAt: entry.budget.nextAt(now), waiting: entry.budget.waiting };
      },
    };
  });
}

function isSame(one: CallPolicy["budget"], other: CallPolicy["budget"]): boolean {
  return one.length === other.length && one.every(({ calls, seconds }, index) => calls === other[index]?.calls && seconds === other[index].seconds);
}
