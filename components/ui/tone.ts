/** What a coloured thing means. Neutral is the rule; the rest is for what needs a look. */
export type Tone = "neutral" | "accent" | "positive" | "warning" | "danger" | "info";
