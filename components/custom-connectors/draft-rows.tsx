import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

type DraftRowsProps<Row> = {
  /** Of one row: "value", "scope". */
  noun: string;
  initial: readonly Row[];
  max: number;
  /** The controls of a row, named by `place`. `row` is undefined for one that was just added. */
  children: (place: number, row: Row | undefined) => ReactNode;
};

/** Things of one kind, one below the other: none at first, as many as are needed. */
export function DraftRows<Row>({ noun, initial, max, children }: DraftRowsProps<Row>) {
  const [rows, setRows] = useState(() => initial.map((row, key): { key: number; row: Row | undefined } => ({ key, row })));
  const add = () => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, row: undefined }]);
  return (
    <div className="grid gap-3">
      {rows.map(({ key, row }, place) => (
        <fieldset className="flex items-start gap-3 rounded-md border p-3" key={key}>
          <legend className="sr-only">
            {noun} {place + 1}
          </legend>
          <div className="grid min-w-0 flex-1 gap-3">{children(place, row)}</div>
          <IconButton label={`Remove ${noun} ${place + 1}`} onClick={() => setRows(rows.filter((other) => other.key !== key))}>
            <Trash2 aria-hidden size={16} />
          </IconButton>
        </fieldset>
      ))}
      {rows.length < max ? (
        <Button className="justify-self-start" onClick={add} size="sm">
          <Plus aria-hidden size={14} />
          Add a {noun}
        </Button>
      ) : null}
    </div>
  );
}
