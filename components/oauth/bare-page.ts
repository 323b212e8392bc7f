import type { Theme } from "@/components/layout/theme";

export type BarePage = {
  nonce: string;
  theme: Theme;
  look: "waiting" | "done" | "failed";
  heading: string;
  text: string;
  action?: { label: string; href: string } | { label: string; closes: true };
  /** Goes on to this address at once. */
  goesTo?: string;
  /** Runs under the nonce. It has to come from `reportScript`, never from a request. */
  script?: string;
};

/**
 * A whole page in a few kilobytes, for windows that live for seconds: no framework, no files of its own. It looks
 * like the rest, and says what it says without scripts too.
 */
export function renderBarePage(page: BarePage): string {
  const nonce = escapeHtml(page.nonce);
  const refresh = page.goesTo === undefined ? "" : `<meta http-equiv="refresh" content="0;url=${escapeHtml(page.goesTo)}">`;
  const script = page.script === undefined ? "" : `<script nonce="${nonce}">${page.script}</script>`;
  return `<!doctype html>
<html lang="en" data-theme="${page.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.heading)} · Patchbay</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${refresh}
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
${mark}
<h1>${icons[page.look]}<span id="heading">${escapeHtml(page.heading)}</span></h1>
<p id="text" role="status">${escapeHtml(page.text)}</p>
${renderAction(page)}
</main>
${script}
</body>
</html>`;
}

function renderAction({ action }: BarePage): string {
  if (action === undefined) return "";
  const label = escapeHtml(action.label);
  return "href" in action ? `<a class="button" id="action" href="${escapeHtml(action.href)}">${label}</a>` : `<button class="button" id="close" type="button">${label}</button>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const mark = `<svg aria-hidden="true" class="mark" fill="none" width="36" height="36" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="var(--accent)"/><path d="M10 26.4V12.2a6.3 6.3 0 0 1 6.3-6.3h.9a6.3 6.3 0 0 1 0 12.6h-.7" stroke="#fff" stroke-linecap="round" stroke-width="2.9"/><rect x="7.4" y="17.2" width="5.2" height="6.2" rx="1.4" fill="#fff"/><circle cx="16.75" cy="12.2" r="2.1" fill="#fff"/></svg>`;

const icon = (kind: string, path: string) => `<svg aria-hidden="true" class="icon ${kind}" fill="none" width="20" height="20" viewBox="0 0 16 16" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="1.75">${path}</svg>`;

const icons: Record<BarePage["look"], string> = {
  waiting: icon("waiting", `<circle cx="8" cy="8" r="6.25" stroke-opacity=".25"/><path d="M14.25 8A6.25 6.25 0 0 0 8 1.75"/>`),
  done: icon("done", `<circle cx="8" cy="8" r="6.25"/><path d="m5.4 8.2 1.8 1.8 3.4-3.8"/>`),
  failed: icon("failed", `<path d="M8 1.9 14.6 13.4H1.4Z"/><path d="M8 6.4v3M8 11.4v.1"/>`),
};

// The same values as the tokens in globals.css, which these pages do not load.
const style = `
:root{color-scheme:light dark;--surface:light-dark(oklch(.988 .002 260),oklch(.168 .006 264));--raised:light-dark(oklch(1 0 0),oklch(.198 .007 264));--border:light-dark(oklch(.915 .005 260),oklch(.278 .009 264));--ink:light-dark(oklch(.235 .016 264),oklch(.955 .003 264));--muted:light-dark(oklch(.472 .016 262),oklch(.735 .012 264));--accent:light-dark(oklch(.513 .196 264),oklch(.566 .19 266));--focus:light-dark(oklch(.56 .196 264),oklch(.7 .15 264));--positive:light-dark(oklch(.468 .112 157),oklch(.79 .142 158));--danger:light-dark(oklch(.515 .194 25),oklch(.758 .128 22))}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
body{margin:0;min-height:100dvh;display:grid;place-content:center;justify-items:center;box-sizing:border-box;padding:3rem 1rem;background:var(--surface);color:var(--ink);font:.875rem/1.5 ui-sans-serif,system-ui,sans-serif}
main{width:min(26rem,calc(100vw - 2rem))}
.mark{display:block}
h1{display:flex;align-items:center;gap:.5rem;margin:1.5rem 0 .375rem;font-size:1.25rem;line-height:1.5rem;font-weight:600;letter-spacing:-.012em}
.icon{flex:none}.done{color:var(--positive)}.failed{color:var(--danger)}.waiting{color:var(--muted);animation:turn .8s linear infinite}
p{margin:0;color:var(--muted);overflow-wrap:anywhere}
.button{display:inline-flex;align-items:center;box-sizing:border-box;height:2.25rem;margin-top:1.5rem;padding:0 .875rem;border:1px solid var(--border);border-radius:.375rem;background:var(--raised);color:var(--ink);font:500 .8125rem/1 inherit;font-family:inherit;text-decoration:none;cursor:pointer}
.button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
@keyframes turn{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){.waiting{animation:none}}`;
