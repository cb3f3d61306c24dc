import { writeFile } from 'node:fs/promises';
import { describeApi } from './describe-api.js';

/** Prints the OpenAPI document as JSON, or writes it to a file: `node dist/apps/api/src/openapi/print.js [FILE]`. Needs no services. */
async function main(): Promise<void> {
  const written = `${JSON.stringify(describeApi(), null, 2)}\n`;
  const file = process.argv[2];
  if (file) await writeFile(file, written);
  else process.stdout.write(written);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
