import { cn } from "./cn";

/** Keys to press, one cap each: `<Kbd keys="g c" />`. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cn("inline-flex shrink-0 gap-0.5", className)}>
      {keys.split(" ").map((key, place) => (
        <kbd
          className="inline-grid h-[18px] min-w-[18px] place-items-center rounded-sm border bg-surface-raised px-1 font-sans text-muted text-xs"
          // A chord may hold one key twice; its order never changes.
          key={`${place}-${key}`}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
