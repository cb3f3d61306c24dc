import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDataSource } from '#database';
import { exportLines, readJournal } from '#journal';
import { parseEnv } from '#platform';
import { withRunningDatabase } from '../doctor/embedded-database.js';

/** `npm run export-journal -- FILE`: the whole journal with its signed heads, a JSON line each, for `verify-journal --export`. */
async function main(): Promise<void> {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) throw new Error('usage: npm run export-journal -- FILE');
  const given = await withRunningDatabase(process.env);
  const { databaseUrl: url } = parseEnv(given);
  const source = createDataSource({ url, applicationName: 'shouwen-export-journal', poolSize: 1 });
  await source.initialize();
  try {
    const lines = Readable.from(exportLines(readJournal(source), new Date()));
    await pipeline(lines, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } finally {
    await source.destroy();
  }
  process.stderr.write(`${file}: 日志已导出。/ The journal was exported.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
