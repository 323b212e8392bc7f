"use client";

import { setNonce } from "get-nonce";

/** Lets the scroll lock behind dialogs add its style under the page's policy. */
export function StyleNonce({ nonce }: { nonce: string }) {
  setNonce(nonce);
  return null;
}
