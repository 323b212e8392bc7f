import { cn } from "@/components/ui/cn";

const steps = { connect: 1, account: 2, done: 3 } as const;

/** The ways of the first step say themselves how long they take. */
const times = { connect: "", account: " · a few seconds", done: " · that is all" };

type StepLineProps = { step: keyof typeof steps; /** False while an existing connection gets a new credential: that is one step. */ isNew: boolean };

/** Where the wizard is and how long it still takes. */
export function StepLine({ step, isNew }: StepLineProps) {
  if (!isNew) return step === "done" ? "Done" : "One step. Its name, settings and history stay.";
  return (
    <span className="flex items-center gap-2 text-sm">
      <span aria-hidden className="flex gap-1">
        {Object.values(steps).map((number) => (
          <span className={cn("h-1 w-4 rounded-full transition-colors", number <= steps[step] ? "bg-accent" : "bg-pressed")} key={number} />
        ))}
      </span>
      Step {steps[step]} of 3{times[step]}
    </span>
  );
}
