/** Where a vendor sends people back to: the address to register in its OAuth app, character by character. */
export function callbackUrl(publicUrl: string, slug: string): string {
  return `${publicUrl}/api/oauth2/callback/${slug}`;
}
