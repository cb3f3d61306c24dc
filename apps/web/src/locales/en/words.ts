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
  willGo: 'The new version will not contain this turn.',
  listen: 'Listen from {{at}}',
  save: 'Save the correction',
  versionsTitle: 'Versions of the words',
  versionsHint: 'See every version',
  correctedBy: 'corrected by {{who}}',
  changed: '{{changed}} of {{words}} words differ from the version before',
  compare: 'Compare with the words now',
  differences: 'What differs between version {{from}} and version {{to}}',
  noDifference: 'The words are the same; punctuation or turns differ.',
  allDiffers: 'The two versions have almost nothing in common.',
  beingMade:
    'The recording is being transcribed again. The new transcript appears here when it is ready; until then the current one is used.',
  rehear: 'Transcribe again',
  rehearHint: 'By the engine and settings in force. Earlier words and scores stay.',
  rehearTitle: 'Transcribe the calls of a period again',
  rehearIntro:
    'When the engine, model or settings have changed, past calls can be transcribed again, a few at a time so that today’s calls are not delayed. Earlier transcripts and scorecards are kept. Calls that came with their own transcript are left out.',
  rehearAsk: 'Transcribe again',
  heardSoFar_one: '{{count}} recording transcribed again: {{changed}} of {{words}} words differ ({{share}}).',
  heardSoFar_other: '{{count}} recordings transcribed again: {{changed}} of {{words}} words differ ({{share}}).',
  heardFailed_one: '{{count}} could not be transcribed and keeps its earlier transcript.',
  heardFailed_other: '{{count}} could not be transcribed and keep their earlier transcript.',
  noMoves: 'No outcome changed.',
  colon: ': ',
  move: '{{from}} → {{to}}, {{legs}} legs',
};
