/** What a watched thing is doing. */
export type Status = "healthy" | "degraded" | "failing" | "unknown" | "paused" | "attention";
