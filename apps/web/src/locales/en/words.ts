import type { Translated } from '../translated.js';
import type * as zh from '../zh/words.js';

export const words: Translated<typeof zh.words> = {
  correct: 'Correct this turn',
  correctAt: 'Correct the turn at {{at}}',
  correctTitle: 'Correct what {{speaker}} said at {{at}}',
  consequence:
    'This makes a new version; the old words stay. Scores, promises, search and what is hidden are worked out again.',
  said: 'What was really said',
  emptyHint: 'Leave it empty if nothing was said here.',
  willGo: 'The new version will be without this turn.',
  listen: 'Listen from {{at}}',
  save: 'Save the correction',
  versionsTitle: 'Versions of the words',
  versionsHint: 'See every version',
  correctedBy: 'corrected by {{who}}',
  changed: '{{changed}} of {{words}} words differ from the version before',
  compare: 'Compare with the words now',
  differences: 'What differs between version {{from}} and version {{to}}',
  noDifference: 'The words are the same; punctuation or turns differ.',
  allDiffers: 'The two versions have next to nothing in common.',
  beingMade: 'It is being heard again. The new words appear by themselves; until then these count.',
  rehear: 'Hear it again',
  rehearHint: 'By the engine and settings in force. Earlier words and scores stay.',
  rehearTitle: 'Hear calls of a period again',
  rehearIntro:
    'After another engine, model or settings, past calls can be heard again: a few at a time, so that calls of today do not wait long. All earlier words and cards stay. Calls that brought their words along are left out.',
  rehearAsk: 'Hear again',
  heardSoFar_one: '{{count}} recording heard again: {{changed}} of {{words}} words differ ({{share}}).',
  heardSoFar_other: '{{count}} recordings heard again: {{changed}} of {{words}} words differ ({{share}}).',
  heardFailed_one: '{{count}} gave no words and keeps those that it had.',
  heardFailed_other: '{{count}} gave no words and keep those that they had.',
  noMoves: 'No outcome changed.',
  colon: ': ',
  move: '{{from}} → {{to}}, {{legs}} legs',
};
