/** The cookie that remembers it; one year. */
export const themeCookie = "theme";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** Reads the cookie's value; anything unknown means what the device says. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
