import type * as zh from '../zh/phrase-trial.js';
import type { Translated } from '../translated.js';

export const phraseTrial: Translated<typeof zh.phraseTrial> = {
  title: 'Try on calls',
  intro_one: 'Draws a scored call at random and looks for the list in its newest words.',
  intro_other:
    'Draws up to {{count}} scored calls at random and looks for the list as it stands here, saved or not, in their newest words: in how many would it be heard? What is sensitive is hidden before it is looked for. Seeing sentences is written in the journal.',
  run: 'Try it',
  again: 'Try again on the same calls',
  others: 'Draw other calls',
  stop: 'Stop',
  nothing: 'There is nothing to try it on: no scored call that you may read has words in its languages.',
  sum_one: 'Heard in {{matching}} of {{of}} call.',
  sum_other: 'Heard in {{matching}} of {{of}} calls.',
  soFar_one: '({{looked}} of {{count}} drawn call so far)',
  soFar_other: '({{looked}} of {{count}} drawn calls so far)',
  without_one: '{{count}} more has no words any longer, or you may not read them now.',
  without_other: '{{count}} more have no words any longer, or you may not read them now.',
  wordless_one: '{{count}} scored call has no words to look in and was not in the draw.',
  wordless_other: '{{count}} scored calls have no words to look in and were not in the draw.',
  unread: {
    zh: 'No call in Chinese was read: the Chinese phrases were not tried.',
    en: 'No call in English was read: the English phrases were not tried.',
  },
  old: 'The list was changed since: lines that changed have no figures. Try again.',
  item_one: '“{{item}}” hears it, from the speaker and at the place that it asks for, in {{count}} call',
  item_other: '“{{item}}” hears it, from the speaker and at the place that it asks for, in {{count}} calls',
  show: 'Show sentences',
  more: 'Show more',
  ofLine: 'Sentences with “{{phrase}}”:',
  ofAll: 'Show all',
  by: 'Heard by: {{phrase}}',
  gone: 'The words of this sentence were replaced or destroyed, or you may not read them.',
};
