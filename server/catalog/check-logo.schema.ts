const elements = ["svg", "g", "path", "circle"];
const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">';
const maxBytes = 6 * 1024;

/**
 * Why a drawing cannot be a logo, as a sentence, or null. What is left is shapes and colours: no script, no style, no
 * address, nothing that is loaded from elsewhere.
 */
export function checkLogo(svg: string): string | null {
  if (svg.length >= maxBytes) return "The drawing is over 6 KB. Simplify it, or save it without its editor's data.";
  if (!svg.startsWith(start)) return `The drawing has to begin with ${start}.`;
  if (/<script|<style|<image|<use|<foreignObject|\son\w+=|href|url\(|<!|<\?/i.test(svg)) return "The drawing may hold no scripts, styles, links, pictures, comments or definitions.";
  const other = [...svg.matchAll(/<\/?\s*([\w:-]+)/g)].find(([, tag]) => tag === undefined || !elements.includes(tag));
  if (other) return `The drawing may hold only ${elements.slice(1).join(", ")}; it has <${other[1]}>.`;
  return svg.trimEnd().endsWith("</svg>") ? null : "The drawing does not end with </svg>.";
}
