/** Who does something. It is written on every audit entry, event and call. */
export type Actor =
  | { kind: "user"; id: string; sessionId: string }
  | { kind: "api_key"; id: string }
  | { kind: "system"; id: string };
