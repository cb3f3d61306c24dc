import { commandsAsRun, createLogger, endInTime, parseEnv, startFailure } from '#platform';
import { startCapture } from './start-capture.js';

/** Calls as they happen: SIP, sound, spool. A process of its own, so that nothing else makes it wait or restarts it. */
async function main(): Promise<void> {
  const ending = endInTime();
  const env = parseEnv(process.env);
  const logger = createLogger('capture', env.logLevel);
  const capture = await startCapture(env, logger);
  ending.closeWith(() => capture.close(), logger);
  logger.info('capture ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exit(1);
});
