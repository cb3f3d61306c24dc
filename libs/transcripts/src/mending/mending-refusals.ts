import { DomainError } from '#platform';

export const mending = {
  movedOn: () =>
    new DomainError('words_moved_on', 'conflict', {
      zh: '在此期间文字有了新版本，您的更正没有保存。请刷新后对照新版本再改。',
      en: 'The words have a newer version since, so your correction was not kept. Reload, and correct that version.',
    }),
  beingMade: () =>
    new DomainError('words_being_made', 'conflict', {
      zh: '这段录音正在重新转写。请等新的文字出来后再操作。',
      en: 'This recording is being heard again. Wait for its new words.',
    }),
  noSuchTurn: () =>
    new DomainError('no_such_turn', 'conflict', {
      zh: '要更正的那句话已不存在。请刷新后查看。',
      en: 'The turn that you correct is not there. Reload to see the words as they are.',
    }),
  nothing: () =>
    new DomainError('no_words_corrected', 'conflict', {
      zh: '所写的文字与现有的相同，没有更正任何内容。',
      en: 'What you wrote is what stands there already; nothing was corrected.',
    }),
  hidden: () =>
    new DomainError('turn_has_hidden_words', 'forbidden', {
      zh: '这句话里有按规定隐去的内容，您看不到全文，因此不能由您更正。请由有权看原文的人更正。',
      en: 'Part of this turn is hidden from you, so you cannot correct it. Somebody who may read it whole has to.',
    }),
  brought: () =>
    new DomainError('words_came_along', 'conflict', {
      zh: '这通电话的文字是随通话送来的，没有可重新转写的内容。',
      en: 'The words of this call came along with it; nothing was heard here that could be heard again.',
    }),
  over: () =>
    new DomainError('recording_not_open', 'conflict', {
      zh: '这段录音已销毁、正在销毁或尚未封存，文字不能再改。',
      en: 'This recording is destroyed, being destroyed or not sealed yet: its words cannot be changed.',
    }),
  noWords: () =>
    new DomainError('nothing_heard_yet', 'conflict', {
      zh: '这通电话还没有转写出的文字。如果它需要处理，请到“处理”中重试。',
      en: 'Nothing of this call was heard yet. If it needs attention, retry it on the Processing screen.',
    }),
};
