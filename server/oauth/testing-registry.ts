import type { Connector } from "@/server/catalog/connector";
import { notFound } from "@/server/lib/errors";

type Registry = {
  findConnector(slug: string): Connector | undefined;
  getConnector(slug: string): Connector;
  connectors: readonly Connector[];
};

/** Definitions that a test file adds to the catalog of its own process. */
export const testConnectors = new Map<string, Connector>();

/** The registry with the test's definitions before the real ones; for `vi.mock`. */
export function withTestConnectors(real: Registry): Registry {
  const findConnector = (slug: string) => testConnectors.get(slug) ?? real.findConnector(slug);
  return {
    ...real,
    findConnector,
    getConnector: (slug) => {
      const found = findConnector(slug);
      if (!found) throw notFound("connector");
      return found;
    },
  };
}
