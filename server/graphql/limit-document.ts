import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";
import { AppError } from "@/server/lib/errors";

/** Tokens are counted while the text is read, so a huge one is given up early. */
export const maxTokens = 1_000;
const maxDepth = 8;
const maxAliases = 15;
/** Fields that an answer may have, had every list its full length. */
const maxCost = 10_000;

const fullPage = 100;
/** How long lists without a `first` get. */
const lengths: Record<string, number> = { connectors: 100, operations: 10, scopes: 10, inputs: 3 };

type Weight = { depth: number; aliases: number; cost: number };

/**
 * Refuses a document that is deep, wide or goes round in circles, before anything looks at it more closely. It takes
 * time in proportion to the text alone: each fragment is weighed once. Throws `INVALID_REQUEST`.
 */
export function limitDocument(document: DocumentNode): void {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])));
  const weigh = createScales(fragments);
  const operations = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [weigh(definition.selectionSet)] : []));
  for (const { depth, aliases, cost } of operations) {
    if (depth > maxDepth) throw tooMuch(`It goes ${depth} levels deep, and ${maxDepth} are possible. Ask for less at once.`, { depth, maxDepth });
    if (aliases > maxAliases) throw tooMuch(`It has ${aliases} aliases, and ${maxAliases} are possible. Send several requests instead.`, { aliases, maxAliases });
    if (cost > maxCost) throw tooMuch(`It could answer ${Math.min(cost, Number.MAX_SAFE_INTEGER)} fields, and ${maxCost} are possible. Ask for fewer fields, or a smaller \`first\`.`, { cost, maxCost });
  }
}

function createScales(fragments: Map<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Weight {
  const weighed = new Map<string, Weight>();
  const onScale = new Set<string>();

  const ofFragment = (name: string): Weight => {
    const known = weighed.get(name);
    if (known) return known;
    if (onScale.has(name)) throw tooMuch(`The fragment ${name} contains itself.`, { fragment: name });
    onScale.add(name);
    const fragment = fragments.get(name);
    const weight = fragment ? ofSet(fragment.selectionSet) : { depth: 0, aliases: 0, cost: 0 };
    weighed.set(name, weight);
    return weight;
  };
  const ofField = (field: FieldNode): Weight => {
    const aliases = field.alias ? 1 : 0;
    // Introspection is deep by nature; graphql-js has a limit of its own for it.
    if (!field.selectionSet || field.name.value.startsWith("__")) return { depth: 1, aliases, cost: 1 };
    const inside = ofSet(field.selectionSet);
    return { depth: 1 + inside.depth, aliases: aliases + inside.aliases, cost: 1 + lengthOf(field) * inside.cost };
  };
  const ofSet = ({ selections }: SelectionSetNode): Weight => {
    const total: Weight = { depth: 0, aliases: 0, cost: 0 };
    for (const selection of selections) {
      const { depth, aliases, cost } = selection.kind === Kind.FIELD ? ofField(selection) : selection.kind === Kind.INLINE_FRAGMENT ? ofSet(selection.selectionSet) : ofFragment(selection.name.value);
      total.depth = Math.max(total.depth, depth);
      total.aliases += aliases;
      total.cost += cost;
    }
    return total;
  };
  return ofSet;
}

/** A variable counts as the largest page: what it holds is not known yet. */
function lengthOf(field: FieldNode): number {
  const first = field.arguments?.find(({ name }) => name.value === "first");
  if (first) return first.value.kind === Kind.INT ? Math.min(Math.max(Number(first.value.value), 1), fullPage) : fullPage;
  return lengths[field.name.value] ?? (field.name.value === "connections" || field.name.value === "calls" ? fullPage / 2 : 1);
}

function tooMuch(sentence: string, details: Record<string, number | string>): AppError {
  return new AppError("INVALID_REQUEST", `This document asks for too much. ${sentence}`, { details });
}
