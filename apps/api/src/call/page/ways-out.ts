import { type ExitName } from '#legal';

interface WayOut {
  /** File or folder of the API. */
  at: string;
  /** Which of the vault's exits it takes; null: it carries ids, places, times and figures, and never words or sound. */
  exit: ExitName | null;
}

/**
 * Everything of a call that this API gives out, and the exit that its words or sound take. `test/exits.spec.ts` holds the sources to it: a
 * file that opens words or sound is listed here, and one that is listed with null opens none.
 */
export const WAYS_OUT: Record<string, WayOut> = {
  'the transcript of a call’s page': { at: 'call/words/transcript.query.ts', exit: 'transcript' },
  'older versions of a call’s words': { at: 'call/words/words-versions.query.ts', exit: 'transcript' },
  // Nothing of them goes out: what was corrected is sealed beside what it was made from.
  'words that a person corrects': { at: 'call/words/words-corrections.service.ts', exit: 'transcript' },
  'the transcript under a legal request': { at: 'call/words/readings.service.ts', exit: 'transcript' },
  'quotes of scorecards': { at: 'call/scorecards/scorecards.query.ts', exit: 'transcript' },
  'sentences of promises': { at: 'commitments/commitment-words.ts', exit: 'transcript' },
  'words of coached moments': { at: 'coaching/moment-words.ts', exit: 'transcript' },
  'the opening of a best call': { at: 'best-calls/best-call-plays.service.ts', exit: 'best_call' },
  'words of best calls': { at: 'best-calls/best-call-words.ts', exit: 'best_call_words' },
  'best calls': { at: 'best-calls/best-calls.query.ts', exit: null },
  'coaching sessions': { at: 'coaching/session.query.ts', exit: null },
  'words that a review points at': { at: 'reviews/review-desk.service.ts', exit: 'transcript' },
  'words on the bench of checklists': { at: 'checklists/bench-words.ts', exit: 'transcript' },
  // Also the sentences that show what a phrase list hears: `checklists/phrase-trials.service.ts` has them from there.
  'lines of the word search': { at: 'search/found-words.ts', exit: 'search' },
  'the opening of a playback': { at: 'call/audio/playback.service.ts', exit: 'play' },
  'ranges of audio': { at: 'call/audio/audio.service.ts', exit: 'play' },
  waveforms: { at: 'call/audio/peaks.query.ts', exit: 'peaks' },
  // Their files took the exits `package_…` when they were sealed into the package; taking it is watched by its grant and session.
  'packages of evidence': { at: 'evidence-exports/evidence-exports.handlers.ts', exit: 'package_original' },
  'the queue of reviews': { at: 'reviews/waiting.query.ts', exit: null },
  'calls that were drawn for review': { at: 'reviews/drawn-queue.query.ts', exit: null },
  'unpublished answers of a review': { at: 'reviews/review-drafts.handlers.ts', exit: null },
  'comments at a second, in the words of their authors': { at: 'reviews/comments.query.ts', exit: null },
  'plans and draws': { at: 'sampling', exit: null },
  'calls that a back-test changed': { at: 'back-tests', exit: null },
  'replays of scores': { at: 'back-tests/back-tests.handlers.ts', exit: null },
  'what hearing again came to': { at: 'back-tests/back-tests.handlers.ts', exit: null },
  'the list of calls and its file': { at: 'call/list/call-export.service.ts', exit: null },
  'reports and their files': { at: 'reports', exit: null },
  'the journal and its file': { at: 'audit', exit: null },
  webhooks: { at: 'webhooks', exit: null },
  notifications: { at: 'notifications', exit: null },
  'the live feed': { at: 'push', exit: null },
  measures: { at: 'call/audio/measures.query.ts', exit: null },
  'uploads that were sent in': { at: 'call/sent', exit: null },
};
