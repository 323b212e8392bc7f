import type { ConnectorSummary } from "./schema";
import { fittingWords, tellingWords, wordsOf } from "./search-words.schema";

type Searchable = Pick<ConnectorSummary, "id" | "name" | "categoryLabel" | "description" | "synonyms" | "popularity">;

/** A text of a connector that may be what somebody typed, and how much it then counts. */
type Phrase = { words: string[]; weight: number; is?: "category" | "description" };

type Entry = { id: string; phrases: Phrase[]; popularity: number };

const weights = { name: 100, synonym: 62, title: 44, category: 30, description: 18 };
/** What words that stand in several places keep of their weight. */
const scattered = 0.93;
const popularityWeight = 0.1;
/** What being of the category that was typed adds: "databases" are databases first, then what has some. */
const categoryBonus = 10;

/**
 * Builds the marketplace's instant search: the returned function gives the ids that match a text, best first, and all
 * of them for an empty one. Names count more than synonyms, synonyms more than the titles of operations (`tasks`, by
 * id). It finds beginnings of words, small typos, plurals, and letters without their accents.
 */
export function searchConnectors(connectors: readonly Searchable[], tasks: Readonly<Record<string, readonly string[]>> = {}): (query: string) => string[] {
  const entries = connectors.map((connector) => entryOf(connector, tasks[connector.id] ?? []));
  const vocabulary = [...new Set(entries.flatMap(({ phrases }) => phrases.flatMap(({ words }) => words)))];
  const all = connectors.map(({ id }) => id);
  return (query) => {
    if (query.trim() === "") return all;
    const typed = tellingWords(query).map((word) => fittingWords(word, vocabulary));
    const scored = entries.map((entry) => ({ entry, strict: scoreOf(entry, typed), loose: Math.max(0, ...typed.map((fits) => scoreOf(entry, [fits]))) }));
    const isStrict = scored.some(({ strict }) => strict > 0);
    return scored
      .map(({ entry, strict, loose }) => ({ id: entry.id, score: isStrict ? strict : loose }))
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score)
      .map(({ id }) => id);
  };
}

function entryOf({ id, name, categoryLabel, description, synonyms, popularity }: Searchable, titles: readonly string[]): Entry {
  return {
    id,
    popularity,
    phrases: [
      { words: wordsOf(name), weight: weights.name },
      { words: wordsOf(id), weight: weights.name },
      ...synonyms.map((synonym) => ({ words: tellingWords(synonym), weight: weights.synonym })),
      ...titles.map((title) => ({ words: tellingWords(title), weight: weights.title })),
      { words: wordsOf(categoryLabel), weight: weights.category, is: "category" },
      { words: tellingWords(description), weight: weights.description, is: "description" },
    ],
  };
}

type Fits = ReadonlyMap<string, number>;

/** 0 unless every typed word is found somewhere. */
function scoreOf({ phrases, popularity }: Entry, typed: readonly Fits[]): number {
  const best = typed.map(() => 0);
  let together = 0;
  let bonus = 0;
  for (const phrase of phrases) {
    const fits = typed.map((word) => bestFit(word, phrase.words));
    for (const [place, fit] of fits.entries()) best[place] = Math.max(best[place] ?? 0, fit * phrase.weight);
    if (!fits.every((fit) => fit > 0)) continue;
    if (phrase.is === "category") bonus = categoryBonus;
    together = Math.max(together, phrase.weight * mean(fits) * fullness(phrase, typed.length));
  }
  if (best.some((score) => score === 0)) return 0;
  return Math.max(together, scattered * mean(best)) + bonus + popularityWeight * popularity;
}

/** A phrase that says nothing else is worth more than one that goes on. */
function fullness({ words, is }: Phrase, typedCount: number): number {
  return is === "description" ? 1 : 0.8 + 0.2 * Math.min(1, typedCount / words.length);
}

function bestFit(fits: Fits, words: readonly string[]): number {
  let best = 0;
  for (const word of words) best = Math.max(best, fits.get(word) ?? 0);
  return best;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
