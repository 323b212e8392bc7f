import { describe, expect, it } from "vitest";
import { checkLogo } from "@/server/catalog/check-logo.schema";
import { cleanSvg } from "./clean-svg.schema";
import { logoAddress } from "./logo.schema";

const clean = (text: string) => {
  const found = cleanSvg(text);
  return "svg" in found ? found.svg : found.problem;
};

describe("a drawing", () => {
  it("keeps its shapes and colours", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="#f00"><path d="M1 2h3v4z"/><circle cx="3" cy="4" r="1.5"/></g></svg>';
    expect(clean(svg)).toBe(svg);
  });

  it("loses what an editor left, and is scaled to the field", () => {
    const text = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y"><!-- Acme -->
      <svg width="48px" height="24px" fill="red" class="a" onload="alert(1)"><title>Acme <b>x</b></title><path class="b" style="fill:url(#x)" onclick="alert(1)" d="M0 0h48v24z"/></svg>`;
    const cleaned = clean(text);
    expect(cleaned).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g transform="scale(0.5) translate(0 12)"><g fill="red"><path d="M0 0h48v24z"/></g></g></svg>');
    expect(checkLogo(cleaned)).toBeNull();
  });

  it.each([
    ["a script", '<svg viewBox="0 0 1 1"><script>x</script></svg>', /<script>/],
    ["a foreign object", '<svg viewBox="0 0 1 1"><foreignObject><p>x</p></foreignObject></svg>', /<foreignObject>/],
    ["a picture", '<svg viewBox="0 0 1 1"><image href="https://evil.example.com/x.png"/></svg>', /<image>/],
    ["a reference", '<svg viewBox="0 0 1 1"><use xlink:href="#a"/></svg>', /<use>/],
    ["styles", '<svg viewBox="0 0 1 1"><style>@import "x"</style><path d="M0 0"/></svg>', /<style>/],
    ["nothing", '<svg viewBox="0 0 1 1"></svg>', /empty/],
    ["no size", '<svg><path d="M0 0"/></svg>', /viewBox/],
    ["a page", "<html><svg/></html>", /not an SVG/],
    ["a size that is none", '<svg viewBox="0 0 0 NaN"><path d="M0 0"/></svg>', /viewBox/],
  ])("with %s is refused", (_what, text, reason) => {
    expect(clean(text)).toMatch(reason);
  });

  it.each(['<svg viewBox="0 0 24 24"><path d="M0 0" fill="url(https://evil.example.com)"/></svg>', '<svg viewBox="0 0 24 24"><path d="&#x3c;script"/></svg>', '<svg viewBox="0 0 24 24" fill="&quot;onload=x"><path d="M0 0"/></svg>'])("keeps nothing that loads or breaks out: %s", (text) => {
    expect(clean(text)).not.toMatch(/url|&|script|evil|onload/);
  });

  it("answers at once, whatever it is", () => {
    for (const part of ["<g ", "<path d='", "<!--", "<?x", "<svg ", "a=\"", " ="]) {
      const started = performance.now();
      cleanSvg(`<svg viewBox="0 0 1 1">${part.repeat(Math.floor(60_000 / part.length))}</svg>`);
      expect(performance.now() - started, part).toBeLessThan(500);
    }
  });
});

it("a monogram is drawn in ink that can be read", () => {
  expect(decodeURIComponent(logoAddress({ kind: "monogram", text: "A", colour: "#ffee00" }))).toContain('fill="#111">A</text>');
  expect(decodeURIComponent(logoAddress({ kind: "monogram", text: "AB", colour: "#102040" }))).toContain('fill="#fff">AB</text>');
});
