import { type AttentionReason } from '#contracts';
import { DomainError } from '#platform/rules';
import { type EngineFailure } from './engines/index.js';

/** Which reason the screen gives for a failure of an engine; `aborted` is no failure. */
const REASONS: Record<Exclude<EngineFailure['code'], 'aborted'>, AttentionReason> = {
  engine_missing: 'engine_missing',
  engine_crashed: 'engine_crashed',
  engine_timeout: 'engine_timeout',
  engine_rubbish: 'engine_rubbish',
  engine_unreachable: 'engine_unreachable',
  engine_refused: 'engine_refused',
  audio_cut_short: 'audio_undecodable',
  words_refused: 'provided_words_rejected',
};

/** The error that a failed transcription ends its job with. */
export function attentionOf(failure: EngineFailure): Error {
  if (failure.code === 'aborted') return new Error('stopped while transcribing');
  const said = 'said' in failure ? failure.said : undefined;
  const words = {
    zh: `转写没有完成：${failure.detail}${said === undefined ? '' : `。服务器说：“${said}”`}`,
    en: `There are no words: ${failure.detail}${said === undefined ? '' : `. The server said: “${said}”`}`,
  };
  return new DomainError(REASONS[failure.code], 'unavailable', words, {
    fault: failure.fault,
    ...(failure.code === 'engine_refused' && { lasting: true }),
    ...(said !== undefined && { said }),
  });
}
