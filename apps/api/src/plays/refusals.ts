import { type CallDetail } from '#contracts';
import { DomainError } from '#platform';
import { destroyed, noGrant } from '../content/unwrapping.js';

export const playEnded = () =>
  new DomainError('play_ended', 'forbidden', {
    zh: '这次播放已结束：已关闭、过期，或授权、登录已失效。请重新打开。',
    en: 'This playback is over: closed, expired, or its grant or sign-in ended. Open it again.',
  });

export const rangeRequired = () =>
  new DomainError('range_required', 'bad_input', {
    zh: '请用 Range 请求音频：最多只提供已听到位置之后十秒的内容。',
    en: 'Ask for audio with a Range header: at most ten seconds past what was heard are given out.',
  });

/** What makes a refusal say more. */
interface Known {
  certificate?: string | null;
  shutFor?: CallDetail['recordings'][number]['shutFor'];
}

/** Why a recording cannot be opened for listening, as an error. */
export function cannotListen(
  refusal: NonNullable<CallDetail['may']['listenRefusal']>,
  { certificate = null, shutFor = null }: Known = {},
): DomainError {
  if (refusal === 'no_grant') return noGrant();
  if (refusal === 'key_destroyed') return destroyed(certificate);
  if (refusal === 'restricted') return new DomainError('restricted', 'conflict', SHUT_FOR[shutFor ?? 'unsaid']);
  const [kind, words] = REFUSALS[refusal];
  return new DomainError(refusal, kind, words);
}

const SHUT_FOR = {
  person: {
    zh: '本人要求删除或撤回了同意，这份录音在决定之前只对法务开放。',
    en: 'The person recorded asked for erasure or took consent back: until that is decided, only legal opens this recording.',
  },
  rules: {
    zh: '按更正后的信息，这通电话不该录音；这份录音在法务决定之前只对法务开放。',
    en: 'As corrected, this call should not have been recorded: until that is decided, only legal opens this recording.',
  },
  unsaid: {
    zh: '这份录音在法务决定之前只对法务开放。',
    en: 'Until Legal has decided about this recording, only Legal opens it.',
  },
} as const;

const REFUSALS = {
  no_recording: ['not_found', { zh: '这通电话没有可播放的录音。', en: 'This call has no recording to play.' }],
  not_sealed: [
    'conflict',
    { zh: '录音正在封存，封存后即可播放。', en: 'The recording is being sealed and can be played once it is.' },
  ],
  being_checked: [
    'conflict',
    {
      zh: '正在检查录音里有没有不得听到的号码，检查完即可播放。请稍后再试；若一直如此，请告诉质检经理。',
      en: 'This recording is being checked for numbers that must not be heard, and can be played once it is. Try again shortly; if it stays so, tell a quality manager.',
    },
  ],
  unchecked: [
    'conflict',
    {
      zh: '这份录音没有转写，无法检查不得听到的号码；公司规定这样的录音不播放。可以重试转写。',
      en: 'This recording has no words, so it could not be checked for numbers that must not be heard, and the company does not let such recordings be played. Retry its transcription.',
    },
  ],
  expired: [
    'conflict',
    { zh: '录音已过留存期限，正等待销毁。', en: 'The recording is past its time and waits to be destroyed.' },
  ],
  damaged: ['conflict', { zh: '录音已损坏，不能播放。', en: 'The recording is damaged and cannot be played.' }],
} as const;
