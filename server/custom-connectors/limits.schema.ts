/** What a workspace may have, and how large a definition may be. */
export const maxConnectors = 100;
export const maxDefinitionBytes = 48 * 1024;
/** What a drawing may weigh before it is cleaned, and a picture as it is stored. */
export const maxSvgBytes = 64 * 1024;
export const maxPngBytes = 12 * 1024;
