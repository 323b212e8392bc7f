import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { List, ListRow } from "@/components/ui/list";
import type { CheckedAddress } from "@/server/custom-connectors/check-custom-connector";

const looks = {
  answers: { Icon: CircleCheck, tone: "text-positive" },
  silent: { Icon: CircleX, tone: "text-danger" },
  depends: { Icon: CircleHelp, tone: "text-faint" },
};

/** What "Test" found at each address. */
export function CheckedAddresses({ found }: { found: readonly CheckedAddress[] }) {
  return (
    <List aria-label="What the test found">
      {found.map(({ field, address, outcome, message }) => {
        const { Icon, tone } = looks[outcome];
        return (
          <ListRow key={`${field} ${address}`}>
            <Icon aria-hidden className={`shrink-0 ${tone}`} size={16} />
            <div className="min-w-0">
              <p className="break-all font-mono text-xs">{address}</p>
              <p className="text-muted text-sm">{message}</p>
            </div>
          </ListRow>
        );
      })}
    </List>
  );
}
