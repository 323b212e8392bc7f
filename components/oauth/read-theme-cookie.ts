import { parseTheme, type Theme, themeCookie } from "@/components/layout/theme";

/** The reader's choice of light or dark, from a `Cookie` header. */
export function readThemeCookie(header: string | null): Theme {
  return parseTheme((header ?? "").split(/;\s*/).find((pair) => pair.startsWith(`${themeCookie}=`))?.slice(themeCookie.length + 1));
}
