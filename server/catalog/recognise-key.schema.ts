import type { ConnectorSummary } from "./schema";
import { matchesFully } from "./field.schema";

/**
 * The connector whose key this text is by its shape, or null. For the search field of the marketplace: it runs in the
 * browser, and what was pasted goes nowhere.
 */
export function recogniseKey(text: string, connectors: readonly Pick<ConnectorSummary, "id" | "keyShapes">[]): string | null {
  const pasted = text.trim();
  if (pasted.length < 8 || pasted.length > 4_096 || /\s/.test(pasted)) return null;
  const matching = connectors.filter(({ keyShapes }) => keyShapes.some((shape) => matchesFully(shape, pasted)));
  return matching.length === 1 ? (matching[0]?.id ?? null) : null;
}
