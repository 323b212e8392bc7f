import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const opens = /\b(openTestDatabase|openDatabase)\(|inject\("postgresUrl"\)/;
const imported = /from "((?:@\/|\.)[^"]+)"/g;
const isForTests = /^(testing|start-test)(-|$)/;

/** The test files that open a database, themselves or through what tests share: the rest would only run a second time. */
export function findDatabaseTests(folders: readonly string[]): string[] {
  const known = new Map<string, boolean>();
  const opensOne = (file: string): boolean => {
    const found = known.get(file);
    if (found !== undefined) return found;
    known.set(file, false);
    const source = readFileSync(file, "utf8");
    const isOpening = opens.test(source) || helpersOf(file, source).some(opensOne);
    known.set(file, isOpening);
    return isOpening;
  };
  return folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.test\.tsx?$/.test(name)).map((name) => path.join(folder, name))).filter(opensOne).toSorted();
}

/** The shared files for tests that a file imports. */
function helpersOf(file: string, source: string): string[] {
  return [...source.matchAll(imported)].flatMap(([, target = ""]) => {
    const resolved = target.startsWith("@/") ? target.slice(2) : path.join(path.dirname(file), target);
    return isForTests.test(path.basename(resolved)) ? [`${resolved}.ts`] : [];
  });
}
