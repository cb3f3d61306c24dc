import 'reflect-metadata';
import { resolve } from 'node:path';
import { commandsAsRun, armFaultPoint, endInTime, LOGGER, parseEnv, startFailure, type Logger } from '#platform';
import { closeApi, createApi } from './create-api.js';

/** `dist/apps/web`, beside this file's `dist/apps/api`. */
const WEB_DIR = resolve(import.meta.dirname, '../../web');
/** Written by `npm run build:node`. */
const OPENAPI_FILE = resolve(import.meta.dirname, '../openapi.json');

/** Who are you, parse, call one service, answer. Ends in order, and in time, on SIGTERM, SIGINT and SIGHUP. */
async function main(): Promise<void> {
  const ending = endInTime();
  const env = parseEnv(process.env);
  armFaultPoint(env.faultPoint);
  const app = await createApi(env, { webDir: WEB_DIR, openApiFile: OPENAPI_FILE });
  ending.closeWith(() => closeApi(app), app.get<Logger>(LOGGER));
  await app.listen(env.port, env.host);
  app.get<Logger>(LOGGER).info({ address: await app.getUrl() }, 'api ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exit(1);
});
