import 'reflect-metadata';
import { describeOffline } from './describe-offline.js';

/** Prints the OpenAPI document as JSON: `node dist/apps/api/src/openapi/print.js > openapi.json`. Needs no services. */
async function main(): Promise<void> {
  process.stdout.write(`${JSON.stringify(await describeOffline(), null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
