import { Histogram } from "prom-client";

/** Upper bounds in seconds: from a cache's answer to the longest patience. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** The durations of the calls that share their labels. */
export type DurationCell = ReturnType<typeof newDurationCell>;

export function newDurationCell() {
  /** By bound, and one more for what is longer. */
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  let count = 0;
  let sum = 0;
  return {
    counts: counts as readonly number[],
    count: () => count,
    sum: () => sum,
    observe(seconds: number): void {
      let place = 0;
      while (place < bounds.length && seconds > (bounds[place] ?? 0)) place += 1;
      counts[place] = (counts[place] ?? 0) + 1;
      count += 1;
      sum += seconds;
    },
  };
}

type Labels = "connector" | "outcome" | "le";
type ReadCells = () => { labels: { connector: string; outcome: string }; cell: DurationCell }[];

/** A histogram over cells of ours: the library's own finds the cell anew for each value, which costs more than the rest of the record. */
export class CallDurations extends Histogram<Labels> {
  readonly #name: string;
  readonly #read: ReadCells;
  /** Always empty; it says what a histogram is. */
  readonly #empty: Histogram<Labels>;

  constructor(name: string, help: string, read: ReadCells) {
    const shape = { name, help, labelNames: ["connector", "outcome"] satisfies Labels[], registers: [] };
    super(shape);
    this.#name = name;
    this.#read = read;
    this.#empty = new Histogram<Labels>(shape);
  }

  override async get(): ReturnType<Histogram<Labels>["get"]> {
    return { ...(await this.#empty.get()), values: this.#read().flatMap(({ labels, cell }) => this.#values(labels, cell)) };
  }

  /** What the registry asks for when it writes text. */
  getForPromString(): ReturnType<Histogram<Labels>["get"]> {
    return this.get();
  }

  #values(labels: { connector: string; outcome: string }, cell: DurationCell) {
    const name = this.#name;
    let below = 0;
    const buckets = bounds.map((bound, place) => {
      below += cell.counts[place] ?? 0;
      return { metricName: `${name}_bucket`, labels: { ...labels, le: bound }, value: below };
    });
    return [
      ...buckets,
      { metricName: `${name}_bucket`, labels: { ...labels, le: "+Inf" }, value: cell.count() },
      { metricName: `${name}_sum`, labels, value: cell.sum() },
      { metricName: `${name}_count`, labels, value: cell.count() },
    ];
  }
}
