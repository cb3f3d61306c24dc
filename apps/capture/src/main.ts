import 'reflect-metadata';
import { commandsAsRun, createLogger, endInTime, parseEnv, startFailure } from '#platform';
import { HANDING_OVER } from './handing-over/handing-over.js';
import { startCapture } from './start-capture.js';

/** Calls as they happen: SIP, sound, spool. A process of its own, so that nothing else makes it wait or restarts it. */
async function main(): Promise<void> {
  if (process.argv[2] === HANDING_OVER) return handOver();
  const ending = endInTime();
  const env = parseEnv(process.env);
  const logger = createLogger('capture', env.logLevel);
  const capture = await startCapture(env, logger, process.argv[1] ?? '');
  ending.closeWith(() => capture.close(), logger);
  logger.info('capture ready');
}

/** The same programme as the process that hands over: only this one loads what the database needs. */
async function handOver(): Promise<void> {
  const { runHandingOver } = await import('./handing-over/run-handing-over.js');
  await runHandingOver(parseEnv(process.env));
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exit(1);
});
