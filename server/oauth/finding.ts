/** One thing that was looked at, and how it stands. */
export type Finding = {
  /** What was looked at, such as `https`. */
  id: string;
  level: "ok" | "warning" | "problem";
  /** One plain sentence. */
  text: string;
  /** What to do about it. */
  next?: string;
  /** Something to take elsewhere. `what` completes "Copy …". */
  copy?: { what: string; value: string };
};
