import { z } from "zod";
import { checkLogo } from "@/server/catalog/check-logo.schema";
import { cleanSvg } from "./clean-svg.schema";
import { maxPngBytes, maxSvgBytes } from "./limits.schema";

const pngStart = "iVBORw0KGgo";

const monogram = z.strictObject({
  kind: z.literal("monogram"),
  text: z.string().trim().toUpperCase().regex(/^[\p{Lu}\p{N}]{1,2}$/u, "Use one or two letters or digits."),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, "Write the colour like #2f6feb."),
});

/** A drawing is kept as its shapes and colours alone; whatever else was in it is gone, or it is refused. */
const drawing = z.strictObject({
  kind: z.literal("svg"),
  svg: z.string().max(maxSvgBytes, "The drawing is over 64 KB.").transform((text, context) => {
    const cleaned = cleanSvg(text);
    const problem = "svg" in cleaned ? checkLogo(cleaned.svg) : cleaned.problem;
    if (problem === null && "svg" in cleaned) return cleaned.svg;
    context.addIssue({ code: "custom", message: problem ?? "The drawing cannot be read." });
    return z.NEVER;
  }),
});

const picture = z.strictObject({
  kind: z.literal("png"),
  base64: z
    .string()
    .max(Math.ceil((maxPngBytes * 4) / 3), "The picture is over 12 KB. 128 × 128 pixels are enough.")
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, "This is not a PNG file.")
    .refine((text) => text.startsWith(pngStart), "This is not a PNG file."),
});

export const logoSchema = z.discriminatedUnion("kind", [monogram, drawing, picture], "Give a drawing (SVG), a picture (PNG) or a monogram.");
export type Logo = z.output<typeof logoSchema>;

/** The logo as an address that holds it all: nothing is loaded for it, and scripts never run in an image. */
export function logoAddress(logo: Logo): string {
  if (logo.kind === "png") return `data:image/png;base64,${logo.base64}`;
  return `data:image/svg+xml,${encodeURIComponent(logo.kind === "svg" ? logo.svg : drawMonogram(logo))}`;
}

function drawMonogram({ text, colour }: { text: string; colour: string }): string {
  const size = text.length === 1 ? 14 : 11;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="12" fill="${colour}"/><text x="12" y="12" dominant-baseline="central" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="600" font-size="${size}" fill="${inkOn(colour)}">${text}</text></svg>`;
}

/** Black or white, whichever is read better on the colour (WCAG relative luminance). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#111" : "#fff";
}
