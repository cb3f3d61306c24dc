import 'reflect-metadata';
import { commandsAsRun, armFaultPoint, endInTime, LOGGER, parseEnv, startFailure, type Logger } from '#platform';
import { beginWork, createWorker } from './create-worker.js';

/** The background work. Ends in order, and in time, on SIGTERM, SIGINT and SIGHUP; killed, it loses nothing: see libs/platform/src/jobs. */
async function main(): Promise<void> {
  const ending = endInTime();
  const env = parseEnv(process.env);
  armFaultPoint(env.faultPoint);
  const worker = await createWorker(env);
  const logger = worker.get<Logger>(LOGGER);
  ending.closeWith(() => worker.close(), logger);
  await beginWork(worker);
  logger.info('worker ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exit(1);
});
