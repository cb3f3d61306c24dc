import type * as zh from '../zh/phrase-trial.js';
import type { Translated } from '../translated.js';

export const phraseTrial: Translated<typeof zh.phraseTrial> = {
  title: 'Try on calls',
  intro_one: 'Draws one scored call at random and searches its newest transcript for the list.',
  intro_other:
    'Draws up to {{count}} scored calls at random, searches their newest transcripts for the list as shown here, saved or not, and counts the calls with a match. Sensitive content is masked before the search. Viewing sentences is journalled.',
  run: 'Try it',
  again: 'Try again on the same calls',
  others: 'Draw other calls',
  stop: 'Stop',
  nothing: 'There is nothing to try it on: no scored call that you may read has a transcript in its languages.',
  sum_one: 'Found in {{matching}} of {{of}} call.',
  sum_other: 'Found in {{matching}} of {{of}} calls.',
  soFar_one: '({{looked}} of {{count}} drawn call so far)',
  soFar_other: '({{looked}} of {{count}} drawn calls so far)',
  without_one: '{{count}} more no longer has a transcript, or you may not read it now.',
  without_other: '{{count}} more no longer have a transcript, or you may not read it now.',
  wordless_one: '{{count}} scored call has no transcript to search and was not in the draw.',
  wordless_other: '{{count}} scored calls have no transcript to search and were not in the draw.',
  unread: {
    zh: 'No call in Chinese was searched, so the Chinese phrases were not tried.',
    en: 'No call in English was searched, so the English phrases were not tried.',
  },
  old: 'The list has changed since: changed lines have no figures. Try again.',
  item_one: '“{{item}}” finds it, from the required speaker and at the required place, in {{count}} call',
  item_other: '“{{item}}” finds it, from the required speaker and at the required place, in {{count}} calls',
  show: 'Show sentences',
  more: 'Show more',
  ofLine: 'Sentences with “{{phrase}}”:',
  ofAll: 'Show all',
  by: 'Matched by: {{phrase}}',
  gone: 'This sentence was replaced or destroyed, or you may not read it.',
};
