"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId, useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";
import { parseTheme, type Theme, themeCookie } from "./theme";

const options = [
  { value: "light", label: "Light", icon: <Sun aria-hidden size={14} /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden size={14} /> },
  { value: "system", label: "System", icon: <Monitor aria-hidden size={14} /> },
] as const;

/** Light, dark or the device's. The server reads the cookie, so no page flashes. */
export function ThemeSwitch({ className }: { className?: string }) {
  const theme = useSyncExternalStore<Theme>(
    watchTheme,
    () => parseTheme(document.documentElement.dataset["theme"]),
    () => "system",
  );
  return (
    <Segmented
      className={className}
      label="Colours"
      name={useId()}
      onValueChange={setTheme}
      options={options}
      value={theme}
    />
  );
}

/** Paints the page and remembers the choice for a year. */
function setTheme(theme: Theme) {
  document.documentElement.dataset["theme"] = theme;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
}

function watchTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
