import { cn } from "./cn";
import { CodeBlock } from "./code-block";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "./tabs";

type CodeTabsProps = {
  /** One sample per language; the first is shown. */
  samples: readonly { label: string; code: string }[];
  className?: string;
};

/** The same thing in several languages. */
export function CodeTabs({ samples, className }: CodeTabsProps) {
  return (
    <Tabs
      className={cn("overflow-hidden rounded-lg border bg-surface-sunken", className)}
      defaultValue={samples[0]?.label}
    >
      <TabsList className="px-3.5">
        {samples.map(({ label }) => (
          <TabsTrigger key={label} value={label}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      {samples.map(({ label, code }) => (
        <TabsContent isFlush key={label} value={label}>
          <CodeBlock className="rounded-none border-0" code={code} what={`${label} sample`} />
        </TabsContent>
      ))}
    </Tabs>
  );
}
