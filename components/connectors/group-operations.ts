import type { Operation } from "@/server/catalog/operation";

/** The groups in the order of their first operation. */
export function groupOperations(operations: readonly Operation[]): [group: string, operations: Operation[]][] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const members = groups.get(operation.group);
    if (members) members.push(operation);
    else groups.set(operation.group, [operation]);
  }
  return [...groups];
}
