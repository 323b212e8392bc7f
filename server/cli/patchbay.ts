import { detectInFolder } from "./detect-in-folder";
import { describeDetected } from "./describe-detected";

const usage = `Usage: npm run patchbay -- detect <folder>

Names the connectors that a project can use, by its package files, .env files, compose files and MCP configurations.
It reads names only: no value is printed, kept or sent anywhere.
`;

/** The command line. Answers the exit code: 0 done, 1 the folder cannot be read, 2 not understood. */
async function main([command, folder, ...rest]: readonly string[]): Promise<number> {
  if (command === undefined || command === "help" || command === "--help") {
    process.stdout.write(usage);
    return command === undefined ? 2 : 0;
  }
  if (command !== "detect" || folder === undefined || rest.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    process.stdout.write(describeDetected(await detectInFolder(folder)));
    return 0;
  } catch {
    process.stderr.write(`Cannot read ${folder}. Name a folder that is there and that you may read.\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
