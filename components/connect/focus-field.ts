/** Goes to the field with this key, with room around it for the sentence below. */
export function focusField(form: HTMLFormElement | null, key: string | undefined): void {
  if (key === undefined) return;
  const field = form?.querySelector<HTMLElement>(`[name="${CSS.escape(key)}"]`);
  field?.focus();
  // The sentence appears with the next render.
  setTimeout(() => field?.scrollIntoView({ block: "center" }), 50);
}
