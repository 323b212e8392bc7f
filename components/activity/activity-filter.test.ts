import { describe, expect, it } from "vitest";
import { activityHref, callFilterOf, readActivityFilter } from "./activity-filter";

const read = (query: string) => readActivityFilter(new URLSearchParams(query));

describe("the filter in the address", () => {
  it("comes back as it went in", () => {
    const query = "q=charges&connection=con_1&actor=u&operation=list&outcome=failed&status=5xx&source=mcp&method=POST&since=24h";
    const filter = read(query);
    expect(Object.keys(filter)).toHaveLength(9);
    expect(read(activityHref(filter).split("?")[1] ?? "")).toEqual(filter);
    expect(activityHref({})).toBe("/activity");
  });

  it.each(["outcome=burnt", "status=700", "source=x", "method=get", "since=1y", "from=yesterday", "from=2026-99-99T00:00:00Z", "q=%20", "unknown=1"])("passes over what is no value: %s", (query) => {
    expect(read(query)).toEqual({});
  });

  it("asks the server by its own names, and for a span by its beginning on a whole minute", () => {
    const now = Date.parse("2026-11-21T12:34:56.789Z");
    expect(callFilterOf(read("q=x&connection=con_1&actor=u&status=4xx&since=1h"), now)).toEqual({ text: "x", connectionId: "con_1", actorId: "u", statusClass: "4xx", from: "2026-11-21T11:34:00.000Z" });
    expect(callFilterOf(read("from=2026-11-01T00:00:00.000Z&to=2026-11-02T00:00:00.000Z"), now)).toEqual({ from: "2026-11-01T00:00:00.000Z", to: "2026-11-02T00:00:00.000Z" });
  });
});
