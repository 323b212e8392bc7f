/** A piece of code and what it is. */
export type CodePiece = { text: string; kind: "plain" | "string" | "comment" | "word" | "number" };

const grammar = new RegExp(
  [
    /(?<comment>(?:^|(?<=\s))(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)/.source,
    /(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)/.source,
    /(?<word>(?<![\w-])--?[a-zA-Z][\w-]*|\b(?:curl|npx|npm|const|let|await|async|import|from|export|return|new|function|if|else|for|in|def|with|as|print|true|false|null|None|True|False)\b)/
      .source,
    /(?<number>\b\d[\d_.]*\b)/.source,
  ].join("|"),
  "gm",
);

/** Cuts a short sample (shell, JSON, JavaScript, Python) into pieces to be coloured. */
export function highlight(code: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  let from = 0;
  for (const match of code.matchAll(grammar)) {
    if (match.index > from) pieces.push({ text: code.slice(from, match.index), kind: "plain" });
    pieces.push({ text: match[0], kind: kindOf(match.groups) });
    from = match.index + match[0].length;
  }
  if (from < code.length) pieces.push({ text: code.slice(from), kind: "plain" });
  return pieces;
}

function kindOf(groups: Record<string, string | undefined> | undefined): CodePiece["kind"] {
  if (groups?.["comment"]) return "comment";
  if (groups?.["string"]) return "string";
  return groups?.["word"] ? "word" : "number";
}
