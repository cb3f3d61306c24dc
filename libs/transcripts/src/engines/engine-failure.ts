import type { SandboxExit } from '#platform';
import type { ProvidedRefusal } from './provided/provided-words.js';

/**
 * Why there are no words. `fault` decides who can mend it and whether trying again may help; `said` is what a server elsewhere said of it, one
 * line of plain text, written elsewhere.
 */
export type EngineFailure =
  /** Not installed, or the sandbox it must run in is not: an administrator's business. */
  | { fault: 'ours'; code: 'engine_missing'; detail: string }
  | { fault: 'vendor'; code: 'engine_crashed' | 'engine_timeout' | 'engine_rubbish'; detail: string }
  /** A server elsewhere that is not there, is broken or has too much to do: it may be there again. */
  | { fault: 'vendor'; code: 'engine_unreachable'; detail: string; said?: string }
  /** A server elsewhere that will not do it: the key, the model or the address is wrong. Trying again does not help. */
  | { fault: 'ours'; code: 'engine_refused'; detail: string; said?: string }
  /** The sound ended before the recording does. */
  | { fault: 'ours'; code: 'audio_cut_short'; detail: string }
  | { fault: 'ours'; code: 'aborted'; detail: string }
  /** The words that came with the call cannot be used; `refusal` says where and why. */
  | { fault: 'caller'; code: 'words_refused'; detail: string; refusal: ProvidedRefusal };

export const ABORTED: EngineFailure = { fault: 'ours', code: 'aborted', detail: 'the caller no longer wants it' };

/** The failure behind how a sandboxed engine ended, or null when it ended well. Its complaints are not quoted: they may hold words. */
export function failureOfExit(exit: SandboxExit): EngineFailure | null {
  switch (exit.ended) {
    case 'exited':
      return exit.code === 0 ? null : { fault: 'vendor', code: 'engine_crashed', detail: `exit code ${exit.code}` };
    case 'signalled':
      return { fault: 'vendor', code: 'engine_crashed', detail: exit.signal };
    case 'timed_out':
      return { fault: 'vendor', code: 'engine_timeout', detail: `${exit.limit} time` };
    case 'output_too_large':
      return { fault: 'vendor', code: 'engine_rubbish', detail: 'output without end' };
    case 'not_started':
      return { fault: 'ours', code: 'engine_missing', detail: exit.reason };
    case 'input_failed':
      return { fault: 'ours', code: 'audio_cut_short', detail: 'the source of the sound broke' };
    case 'aborted':
      return ABORTED;
  }
}
