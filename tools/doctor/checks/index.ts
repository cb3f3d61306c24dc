import { type Check, type MachineCheck } from '../finding.js';
import { audioToolsCheck } from './audio-tools.check.js';
import { captureCheck } from './capture.check.js';
import { databaseCheck } from './database.check.js';
import { diskCheck } from './disk.check.js';
import { enginesCheck } from './engines.check.js';
import { journalFilesCheck } from './journal-files.check.js';
import { keysCheck } from './keys.check.js';
import { mailCheck } from './mail.check.js';
import { objectStoreCheck } from './object-store.check.js';
import { queueCheck } from './queue.check.js';
import { runtimeCheck } from './runtime.check.js';
import { sandboxCheck } from './sandbox.check.js';
import { scorerCheck } from './scorer.check.js';
import { speechServerCheck } from './speech-server.check.js';
import { upkeepCheck } from './upkeep.check.js';
import { webCheck } from './web.check.js';

/** In the order in which they are printed. */
export const MACHINE_CHECKS: readonly MachineCheck[] = [runtimeCheck, audioToolsCheck()];
export const CHECKS: readonly Check[] = [
  sandboxCheck,
  enginesCheck,
  speechServerCheck,
  scorerCheck,
  databaseCheck,
  queueCheck,
  objectStoreCheck,
  keysCheck,
  journalFilesCheck,
  diskCheck,
  captureCheck,
  upkeepCheck,
  mailCheck,
  webCheck,
];
