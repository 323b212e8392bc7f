import { z } from "zod";
import { parseAddressRange } from "./http/address-range";
import { parseAllowList } from "./http/allow-list";

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").map((entry) => entry.trim()).filter(Boolean));

/** A variable with a comma-separated list; the message quotes the entry to mend. */
function listOf(rule: string, isEntry: (entry: string) => boolean) {
  return list.superRefine((entries, ctx) => {
    for (const entry of entries.filter((each) => !isEntry(each))) ctx.addIssue({ code: "custom", message: `has to be ${rule}, and "${entry}" is not one` });
  });
}

/** `TRUSTED_PROXIES` */
export const rangeList = listOf("a list of addresses or ranges such as 10.0.0.0/8,192.0.2.1", (entry) => parseAddressRange(entry) !== null);

/** `EGRESS_ALLOW` */
export const allowList = listOf("a list of ranges, hosts or hosts with a port such as 10.0.0.0/8,db.internal:5432,[fd12::1]:5432", isAllowEntry);

function isAllowEntry(entry: string): boolean {
  try {
    parseAllowList([entry], []);
    return true;
  } catch {
    return false;
  }
}
