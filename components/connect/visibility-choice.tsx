import { Lock, Users } from "lucide-react";
import { useId } from "react";
import { cn } from "@/components/ui/cn";
import type { ConnectionView } from "@/server/connections/schema";

type Visibility = ConnectionView["visibility"];

type VisibilityChoiceProps = {
  value: Visibility;
  onValueChange: (value: Visibility) => void;
  workspaceName: string;
  isDisabled?: boolean;
};

/** Who sees and uses a connection. */
export function VisibilityChoice({ value, onValueChange, workspaceName, isDisabled = false }: VisibilityChoiceProps) {
  const name = useId();
  const options = [
    { value: "workspace" as const, icon: Users, label: "Workspace", meaning: `Everyone in ${workspaceName} sees it and, by their role, uses it.` },
    { value: "private" as const, icon: Lock, label: "Private", meaning: "Only you see and use it. Admins do not." },
  ];
  return (
    <fieldset disabled={isDisabled}>
      <legend className="mb-1.5 font-medium text-sm">Who can use it</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map((option) => {
          const isChosen = option.value === value;
          return (
            <label
              className={cn(
                "relative grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 rounded-lg border px-3 py-2.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
                isChosen ? "border-accent bg-accent-subtle" : "hover:border-strong",
                isDisabled && "opacity-60",
              )}
              key={option.value}
            >
              <input checked={isChosen} className="absolute inset-0 appearance-none rounded-lg outline-none" name={name} onChange={() => onValueChange(option.value)} type="radio" value={option.value} />
              <option.icon aria-hidden className={cn("mt-0.5 shrink-0", isChosen ? "text-accent" : "text-muted")} size={16} />
              <span className="font-medium text-sm">{option.label}</span>
              <span className="col-start-2 text-muted text-sm">{option.meaning}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
