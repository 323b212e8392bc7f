/** A sentence of the document: what stands in backticks is code, what stands in stars is stressed. */
export function RichText({ children }: { children: string }) {
  return children.split(/(`[^`]+`|\*[^*]+\*)/).map((part, place) => {
    const inner = part.slice(1, -1);
    if (part.startsWith("`")) {
      return (
        <code className="break-words rounded-sm bg-hover px-1 py-px font-mono text-[0.92em]" key={`${place}-${inner}`}>
          {inner}
        </code>
      );
    }
    return part.startsWith("*") ? <em key={`${place}-${inner}`}>{inner}</em> : part;
  });
}
