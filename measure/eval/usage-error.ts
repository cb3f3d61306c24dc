/** What is wrong with the command line: told with how it is meant. */
export class UsageError extends Error {}

/** Runs a command; what goes wrong is told in a line, and with the usage where the command line is at fault. */
export function runCommand(main: () => Promise<void>, usage: string): void {
  main().catch((error: unknown) => {
    const isMisused = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}${isMisused ? `\n${usage}` : ''}\n`);
    process.exitCode = isMisused ? 2 : 1;
  });
}
