import {
  rehearingsRoutes,
  wordsRoutes,
  type NewRehear,
  type WordsCorrection,
  cardCodesRoutes,
  type CardCodeAnswer,
} from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { isOpen, RUNS } from './runs.js';
import { useMay } from './session.js';
import { useChange, useRead } from './queries.js';

/** The versions of a call's words; `words` changes with the newest. */
export const useWordsVersions = (callId: string, words: string) =>
  useRead([...CALLS.one(callId), 'words-versions', words], wordsRoutes.list, { callId });

/** The words of an older version. The journal tells of each reading, so they are read once, and only on request. */
export const useWordsOfVersion = (callId: string, transcriptId: string | null) =>
  useRead(
    ['words', callId, 'version', transcriptId],
    wordsRoutes.one,
    { callId, transcriptId: transcriptId ?? '' },
    { enabled: transcriptId !== null, staleTime: Infinity },
  );

export const useCorrectWords = (callId: string) =>
  useChange((body: WordsCorrection) => send(wordsRoutes.correct, { callId, body }), CALLS.all);

/** Has one call heard again. */
export const useRehear = (callId: string) => useChange(() => send(wordsRoutes.rehear, { callId }), CALLS.all);

export const useRehearings = () =>
  useRead(
    RUNS.list('rehear'),
    rehearingsRoutes.list,
    {},
    { enabled: useMay('transcripts.rehear'), select: ({ runs }) => runs },
  );

/** What hearing again came to so far. */
export const useRehearing = (runId: string) =>
  useRead(
    [...RUNS.all, 'rehearing', runId],
    rehearingsRoutes.one,
    { runId },
    {
      // New words come between the steps that the live feed tells of.
      refetchInterval: ({ state }) => (state.data && isOpen(state.data.run) ? 10_000 : false),
    },
  );

export const useAskRehearing = () => useChange((body: NewRehear) => send(rehearingsRoutes.ask, { body }), RUNS.all);

const KEY = ['card-codes'] as const;

/** Stretches that may be card codes, in the calls that this account may decide about. */
export const useDoubtfulCodes = () =>
  useRead(KEY, cardCodesRoutes.waiting, {}, { enabled: useMay('redaction.decide') });

export const useAnswerCode = (callId: string) =>
  useChange((body: CardCodeAnswer) => send(cardCodesRoutes.answer, { callId, body }), KEY, ['words', callId]);
