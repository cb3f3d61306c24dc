import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#database';
import { parseEnv, PlatformModule } from '#platform';
import { SearchKeys, SearchModule } from '#transcripts';
import { withRunningDatabase } from '../doctor/embedded-database.js';

const USAGE = 'usage: npm run search-key -- rotate';

/** `npm run search-key -- rotate`: another key for search tokens. The worker indexes everything again and then destroys the old key. */
async function main(): Promise<void> {
  if (process.argv.length !== 3 || process.argv[2] !== 'rotate') throw new Error(USAGE);
  const env = parseEnv(await withRunningDatabase(process.env));
  const module = {
    module: class SearchKeyCommand {},
    imports: [
      PlatformModule.forRoot(env, 'search-key'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-search-key'),
      SearchModule,
    ],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
  try {
    await app.get(SearchKeys).rotate();
  } finally {
    await app.close();
  }
  process.stderr.write('新的搜索密钥已启用。工作进程会在几分钟内开始重建索引；全部完成后，旧密钥会销毁。\n');
  process.stderr.write(
    'A new search key is in use. Within minutes the worker begins to index everything again; once that is done, the old key is destroyed.\n',
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Error && error.message === USAGE ? 2 : 1;
});
