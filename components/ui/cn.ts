import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. Classes given to a primitive *place* it (margin, width, grid area); they
 * never restyle it, so two classes for one property do not meet and none has to win.
 */
export function cn(...parts: ClassValue[]): string {
  return clsx(parts);
}
