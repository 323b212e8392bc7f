const drawn = new Set(["g", "path", "circle"]);
/** They draw nothing, and editors leave them. */
const dropped = new Set(["title", "desc", "metadata"]);
const kept = new Set(["d", "fill", "fill-rule", "clip-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity", "transform", "cx", "cy", "r"]);

type Cleaned = { svg: string } | { problem: string };

/**
 * An uploaded drawing as the catalog's own are: shapes and colours on a field of 24 by 24, written anew from what is
 * known, so that nothing else of the file is left. Says why when that would change what it looks like.
 */
export function cleanSvg(text: string): Cleaned {
  const bare = [["<!--", "-->"] as const, ["<?", "?>"] as const, ["<!DOCTYPE", ">"] as const].reduce((rest, [open, close]) => withoutParts(rest, open, close), text).trim();
  const [whole = "", head = ""] = /^<svg(\s[^>]*?)?>/i.exec(bare) ?? [];
  if (whole === "" || !/<\/svg>$/i.test(bare)) return { problem: "This is not an SVG drawing." };
  const box = readBox(attributesOf(head));
  if (!box) return { problem: "The drawing says neither its viewBox nor its size." };
  const shapes = readShapes(bare.slice(whole.length, -"</svg>".length));
  if ("problem" in shapes) return shapes;
  const { fill } = attributesOf(head);
  const [open, close] = fill !== undefined && isPlain(fill) ? [`<g fill="${fill}">`, "</g>"] : ["", ""];
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${fit(box, open + shapes.svg + close)}</svg>` };
}

/** Cut by hand: a pattern would look for the end of each one that has none through the whole file. */
function withoutParts(text: string, open: string, close: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    parts.push(text.slice(from, start < 0 ? undefined : start));
    if (start < 0 || end < 0) return parts.join("");
    from = end + close.length;
  }
}

function readShapes(text: string): Cleaned {
  const parts: string[] = [];
  let skipped: string | null = null;
  for (const [, slash = "", name = "", attributes = "", end = ""] of text.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g)) {
    if (skipped !== null) {
      if (slash !== "" && name === skipped) skipped = null;
      continue;
    }
    if (dropped.has(name)) {
      if (slash === "" && end === "") skipped = name;
      continue;
    }
    if (!drawn.has(name)) return { problem: `The drawing has <${name}>. Convert it to plain paths without styles, gradients or pictures, and save it as plain SVG.` };
    parts.push(slash === "" ? `<${name}${writeAttributes(attributesOf(attributes))}${end}>` : `</${name}>`);
  }
  if (parts.length === 0) return { problem: "The drawing is empty." };
  return { svg: parts.join("") };
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = "", double, single]) => [name, double ?? single ?? ""]));
}

function writeAttributes(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => kept.has(name) && isPlain(value))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}

/** Numbers, names, colours and path data; no reference, no entity, no markup. */
function isPlain(value: string): boolean {
  return /^[\w\s#.,()+%-]*$/.test(value) && !/url\(/i.test(value);
}

type Box = { x: number; y: number; side: number; width: number; height: number };

function readBox({ viewBox, width, height }: Record<string, string>): Box | null {
  const [x, y, wide, high] = viewBox === undefined ? [0, 0, Number.parseFloat(width ?? ""), Number.parseFloat(height ?? "")] : viewBox.trim().split(/[\s,]+/).map(Number);
  if (x === undefined || y === undefined || wide === undefined || high === undefined) return null;
  if (![x, y, wide, high].every(Number.isFinite) || wide <= 0 || high <= 0) return null;
  return { x, y, width: wide, height: high, side: Math.max(wide, high) };
}

/** Scaled to the field and centred in it. */
function fit({ x, y, width, height, side }: Box, shapes: string): string {
  if (x === 0 && y === 0 && width === 24 && height === 24) return shapes;
  const round = (value: number) => Number(value.toFixed(4));
  return `<g transform="scale(${round(24 / side)}) translate(${round((side - width) / 2 - x)} ${round((side - height) / 2 - y)})">${shapes}</g>`;
}
