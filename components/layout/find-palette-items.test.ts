import { describe, expect, it } from "vitest";
import { findPaletteItems } from "./find-palette-items";
import type { PaletteItem } from "./palette-item";

const item = (group: string, label: string, extra: Partial<PaletteItem> = {}): PaletteItem => ({
  id: `${group}:${label}`,
  group,
  label,
  href: `/${label}`,
  ...(extra.detail ? { detail: extra.detail } : {}),
  ...(extra.keywords ? { keywords: extra.keywords } : {}),
});

const items = [
  item("Pages", "Settings"),
  item("Connectors", "Google Calendar", { keywords: ["events"] }),
  item("Connectors", "Calendly"),
  item("Connections", "Team calendar", { detail: "ops@acme.example" }),
];

const labels = (query: string) =>
  findPaletteItems(items, query).flatMap((group) => group.items.map(({ label }) => label));

describe("findPaletteItems", () => {
  it("puts the start of a label before the start of a word", () => {
    expect(labels("cal")).toEqual(["Calendly", "Google Calendar", "Team calendar"]);
  });

  it("wants every word, wherever it is", () => {
    expect(labels("calendar acme")).toEqual(["Team calendar"]);
    expect(labels("events")).toEqual(["Google Calendar"]);
    expect(labels("calendar nowhere")).toEqual([]);
  });

  it("keeps an empty query short: five of a group, all groups", () => {
    const many = Array.from({ length: 90 }, (_, place) => item("Connectors", `Connector ${place}`));
    const groups = findPaletteItems([...many, item("Pages", "Settings")], " ");
    expect(groups.map(({ heading, items: members }) => [heading, members.length])).toEqual([
      ["Connectors", 5],
      ["Pages", 1],
    ]);
  });

  it("shows forty matches at most", () => {
    const many = Array.from({ length: 1000 }, (_, place) => item("Connections", `Row ${place}`));
    expect(findPaletteItems(many, "row")[0]?.items).toHaveLength(40);
  });
});
