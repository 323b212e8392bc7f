import { cn } from "./cn";

const sizes = {
  sm: "size-5 text-[10px]",
  md: "size-6 text-[11px]",
  lg: "size-8 text-sm",
};

type AvatarProps = {
  name: string;
  size?: keyof typeof sizes;
  /** Round for people, square for workspaces. */
  shape?: "round" | "square";
  className?: string;
};

/** Initials on a tile. Decorative: the name stands beside it. */
export function Avatar({ name, size = "md", shape = "round", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-grid shrink-0 select-none place-items-center font-semibold leading-none",
        sizes[size],
        shape === "round"
          ? "rounded-full bg-pressed text-muted"
          : "rounded-[5px] bg-ink text-on-ink",
        className,
      )}
    >
      {initialsOf(name, shape === "round" ? 2 : 1)}
    </span>
  );
}

function initialsOf(name: string, atMost: number): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  const chosen = words.length > atMost ? [words[0], words.at(-1)].slice(0, atMost) : words;
  return chosen.map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase() || "?";
}
