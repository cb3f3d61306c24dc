import { type LanguageTold } from '#contracts';
import { defineRefusals, refusal } from '#platform/rules';

const NO_ENGINE = { zh: '没有可用的转写引擎。', en: 'No engine can transcribe this call.' };

/** The refusals of this library: codes, and what people read. */
export const transcriptsRefusals = defineRefusals({
  // mending
  words_moved_on: refusal('conflict', {
    zh: '在此期间文字有了新版本，您的更正没有保存。请刷新后对照新版本再改。',
    en: 'The transcript has a newer version, so your correction was not saved. Reload and correct that version.',
  }),
  words_being_made: refusal('conflict', {
    zh: '这段录音正在重新转写。请等新的文字出来后再操作。',
    en: 'This recording is being transcribed again. Wait for the new transcript.',
  }),
  no_such_turn: refusal('conflict', {
    zh: '要更正的那句话已不存在。请刷新后查看。',
    en: 'The turn that you are correcting no longer exists. Reload to see the current transcript.',
  }),
  no_words_corrected: refusal('conflict', {
    zh: '所写的文字与现有的相同，没有更正任何内容。',
    en: 'What you entered is the same as before; nothing was corrected.',
  }),
  turn_has_hidden_words: refusal('forbidden', {
    zh: '这句话里有对您隐藏的内容，您看不到全文，因此不能更正。请由有权查看全文的人更正。',
    en: 'Part of this turn is hidden from you, so you cannot correct it. A colleague who may read all of it has to.',
  }),
  words_came_along: refusal('conflict', {
    zh: '这通电话的文字是自带的，没有可重新转写的内容。',
    en: 'The transcript of this call was sent with it; Shouwen did not transcribe it and cannot transcribe it again.',
  }),
  recording_not_open: refusal('conflict', {
    zh: '这段录音已销毁、正在销毁或尚未封存，文字不能再改。',
    en: 'This recording is destroyed, being destroyed or not sealed yet: its transcript cannot be changed.',
  }),
  nothing_heard_yet: refusal('conflict', {
    zh: '这通电话还没有转写出的文字。如果通话需要处理，请到“处理”页重试。',
    en: 'No recording of this call has been transcribed yet. If it needs attention, retry it on the Processing screen.',
  }),

  // redaction
  card_code_decided: refusal('conflict', {
    zh: '这一处已经有人判断过，或录音已不在保存状态。请刷新页面查看。',
    en: 'A colleague has already answered this, or the recording is no longer kept. Reload the page to see.',
  }),
  redaction_changed: refusal('conflict', {
    zh: '在您编辑期间，别人改了脱敏规则。您的改动没有保存，请刷新后再改。',
    en: 'A colleague changed the redaction while you were editing. Your change was not saved; reload and enter it again.',
  }),
  redaction_waiting: refusal('conflict', {
    zh: '已有一项放宽脱敏的改动等待另一人同意。请先同意、拒绝或撤回它。',
    en: 'A change that hides less is waiting for a second person. Agree to it, refuse it or take it back first.',
  }),
  redaction_not_waiting: refusal('conflict', {
    zh: '这项改动已不在等待同意：可能已有人同意、拒绝或撤回。请刷新。',
    en: 'This change is no longer waiting: a colleague agreed to it, refused it or took it back. Reload.',
  }),
  second_person_needed: refusal('forbidden', {
    zh: '放宽脱敏须由另一人同意，提出人不能自己同意。',
    en: 'Masking less needs a second person: the person who proposed it cannot approve it.',
  }),
  /** Ends of jobs: they are shown on the call as its reason. */
  language_unsure: refusal('unavailable', ({ doubt }: Pick<LanguageTold, 'doubt'>) => ({
    zh: `没有注明这通电话的语言，从声音也无法确定（${doubt}）。`,
    en: `The language of this call was not given, and it could not be detected reliably (${doubt}).`,
  })),
  no_engine_for_language: refusal('unavailable', NO_ENGINE),
  engine_missing: refusal('unavailable', NO_ENGINE, { details: { fault: 'ours' } }),
});
