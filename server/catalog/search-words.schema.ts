/** Words that mean the same to somebody who looks for a connector. */
const sameMeaning: readonly (readonly string[])[] = [
  ["accept", "take", "receive", "collect", "charge"],
  ["create", "add", "make", "new", "open"],
  ["list", "read", "get", "find", "see", "show", "fetch", "search", "query", "check"],
  ["send", "post", "write", "publish"],
  ["update", "edit", "change", "modify"],
  ["delete", "remove", "erase"],
  ["book", "schedule", "plan", "arrange"],
  ["upload", "store", "save", "put"],
  ["email", "mail", "e-mail"],
  ["sms", "text"],
  ["payment", "pay", "money"],
  ["file", "document"],
  ["employee", "worker", "staff"],
  ["vacation", "holiday", "absence", "leave"],
  ["error", "exception", "crash"],
  ["message", "chat"],
  ["picture", "photo", "image"],
  ["login", "signin"],
  ["user", "people", "person"],
];

/** Words that say nothing about what is looked for. */
const empty = new Set(["a", "an", "the", "to", "of", "in", "on", "for", "from", "with", "and", "or", "my", "our", "your", "i", "want", "how", "via", "into", "some", "api", "integration"]);

const groupsOf = new Map<string, Set<number>>();
for (const [place, words] of sameMeaning.entries()) {
  for (const word of words) groupsOf.set(word, (groupsOf.get(word) ?? new Set()).add(place));
}

/** The words of a text: lower case, without accents, and without the plural's ending. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(singular);
}

/** As `wordsOf`, without those that say nothing, unless there are no others. */
export function tellingWords(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !empty.has(word));
  return telling.length > 0 ? telling : words;
}

/** The catalog's words that a typed one may mean, and how well each fits: 1 is the same word. Typos count only where nothing else fits. */
export function fittingWords(typed: string, vocabulary: readonly string[]): Map<string, number> {
  const groups = groupsOf.get(typed);
  const meant = new Set(groups === undefined ? [] : [...groups].flatMap((group) => sameMeaning[group] ?? []));
  const fits = new Map<string, number>();
  for (const word of vocabulary) {
    if (word === typed) fits.set(word, 1);
    else if (word.startsWith(typed)) fits.set(word, 0.72 + 0.2 * (typed.length / word.length));
    else if (meant.has(word)) fits.set(word, 0.7);
  }
  return fits.size > 0 ? fits : mistypedWords(typed, vocabulary);
}

function mistypedWords(typed: string, vocabulary: readonly string[]): Map<string, number> {
  const fits = new Map<string, number>();
  const allowed = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
  if (allowed === 0) return fits;
  for (const word of vocabulary) {
    const typos = Math.min(typosBetween(typed, word, allowed), typosBetween(typed, word.slice(0, typed.length), allowed));
    if (typos <= allowed) fits.set(word, 0.6 - 0.15 * typos);
  }
  return fits;
}

/** Letters that are wrong, missing, too many or swapped with their neighbour; counts no further than `atMost` + 1. */
function typosBetween(one: string, other: string, atMost: number): number {
  if (Math.abs(one.length - other.length) > atMost) return atMost + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > atMost) return atMost + 1;
    before = last;
    last = next;
  }
  return last[other.length] ?? atMost + 1;
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
