/** Enough of a client ID to recognise it by: its ends. */
export function maskClientId(clientId: string): string {
  return clientId.length <= 12 ? `${clientId.slice(0, 3)}…` : `${clientId.slice(0, 6)}…${clientId.slice(-4)}`;
}
