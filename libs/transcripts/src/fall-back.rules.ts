import { type EngineFailure } from './engines/index.js';

export type NextStep = 'try_again_later' | 'next_engine' | 'give_up';

/**
 * What to do after an engine gave no words. What may pass is tried again first: a server that restarts for a minute must not leave its calls
 * with a worse engine's words. What will not pass, and what did not pass in all tries, goes to the next engine. Sound that cannot be had and
 * words that were refused are not the engine's failing: no other would do better.
 */
export function afterFailure(failure: EngineFailure, { lastTry, more }: { lastTry: boolean; more: boolean }): NextStep {
  switch (failure.code) {
    case 'aborted':
    case 'audio_cut_short':
    case 'words_refused':
      return 'give_up';
    case 'engine_missing':
    case 'engine_refused':
      return more ? 'next_engine' : 'give_up';
    case 'engine_crashed':
    case 'engine_rubbish':
    case 'engine_timeout':
    case 'engine_unreachable':
      if (!lastTry) return 'try_again_later';
      return more ? 'next_engine' : 'give_up';
  }
}
