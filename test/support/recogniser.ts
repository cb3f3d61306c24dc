import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where `tools/setup/get-ready.mjs` puts the recogniser for tests. */
export const TEST_MODELS = join(import.meta.dirname, '../../node_modules/.cache/shouwen/models');

/** Whether Whisper is there: it is not on machines without Python, or where PyPI could not be reached. Says so where it is not. */
export function hasRecogniser(): boolean {
  const isThere = ['whisper-base/model.json', '.python/faster-whisper.version'].every((path) =>
    existsSync(join(TEST_MODELS, path)),
  );
  if (!isThere)
    console.warn(
      'SKIPPED: the recogniser is not set up (node tools/setup/get-ready.mjs), so nothing was heard with it.',
    );
  return isThere;
}

/** Settings of a product that hears with it, in a process of its own. `heardOnce` shares one with the other files of the run. */
export const WITH_RECOGNISER = { SHOUWEN_MODELS_DIR: TEST_MODELS };
