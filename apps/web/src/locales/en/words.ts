import type { Translated } from '../translated.js';
import type * as zh from '../zh/words.js';

export const words: Translated<typeof zh.words> = {
  correct: 'Correct this turn',
  correctAt: 'Correct the turn at {{at}}',
  correctTitle: 'Correct what {{speaker}} said at {{at}}',
  consequence:
    'This creates a new version; the old transcript is kept. Scores, promises, search and masking are updated.',
  said: 'What was really said',
  emptyHint: 'Leave it empty if nothing was said here.',
  willGo: 'The new version will not contain this turn.',
  listen: 'Listen from {{at}}',
  save: 'Save the correction',
  versionsTitle: 'Versions of the transcript',
  versionsHint: 'Show all versions',
  correctedBy: 'corrected by {{who}}',
  changed: '{{changed}} of {{words}} words differ from the previous version',
  compare: 'Compare with the current transcript',
  differences: 'Differences between version {{from}} and version {{to}}',
  noDifference: 'The words are the same; punctuation or turns differ.',
  allDiffers: 'The two versions have almost nothing in common.',
  beingMade:
    'The recording is being transcribed again. The new transcript appears automatically; until then this one is used.',
  rehear: 'Transcribe again',
  rehearHint: 'Uses the current engine and settings. Earlier transcripts and scores are kept.',
  rehearTitle: 'Transcribe the calls of a period again',
  rehearIntro:
    'When the engine, model or settings have changed, past calls can be transcribed again, a few at a time so that today’s calls are not delayed. Earlier transcripts and scorecards are kept. Calls that came with a transcript are left out.',
  rehearAsk: 'Transcribe again',
  heardSoFar_one: '{{count}} recording transcribed again: {{changed}} of {{words}} words differ ({{share}}).',
  heardSoFar_other: '{{count}} recordings transcribed again: {{changed}} of {{words}} words differ ({{share}}).',
  heardFailed_one: '{{count}} could not be transcribed and keeps its earlier transcript.',
  heardFailed_other: '{{count}} could not be transcribed and keep their earlier transcript.',
  noMoves: 'No outcome changed.',
  colon: ': ',
  move: '{{from}} → {{to}}, {{legs}} legs',
};
