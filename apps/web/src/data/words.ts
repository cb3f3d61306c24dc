import { rehearingsRoutes, wordsRoutes, type NewRescore, type WordsCorrection } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { isOpen, RUNS } from './runs.js';
import { useMay } from './session.js';

/** The versions of a call's words; `words` changes with the newest. */
export function useWordsVersions(callId: string, words: string) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'words-versions', words],
    queryFn: ({ signal }) => send(wordsRoutes.list, { callId, signal }),
  });
}

/** The words of an older version. The journal tells of each reading, so they are read once, and only on request. */
export function useWordsOfVersion(callId: string, transcriptId: string | null) {
  return useQuery({
    queryKey: ['words', callId, 'version', transcriptId],
    enabled: transcriptId !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) => send(wordsRoutes.one, { callId, transcriptId: transcriptId ?? '', signal }),
  });
}

export function useCorrectWords(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: WordsCorrection) => send(wordsRoutes.correct, { callId, body }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}

/** Has one call heard again. */
export function useRehear(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send(wordsRoutes.rehear, { callId }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}

export function useRehearings() {
  const may = useMay('transcripts.rehear');
  return useQuery({
    queryKey: RUNS.list('rehear'),
    enabled: may,
    queryFn: ({ signal }) => send(rehearingsRoutes.list, { signal }),
    select: ({ runs }) => runs,
  });
}

/** What hearing again came to so far. */
export function useRehearing(runId: string) {
  return useQuery({
    queryKey: [...RUNS.all, 'rehearing', runId],
    queryFn: ({ signal }) => send(rehearingsRoutes.one, { runId, signal }),
    // New words come between the steps that the live feed tells of.
    refetchInterval: ({ state }) => (state.data && isOpen(state.data.run) ? 10_000 : false),
  });
}

export function useAskRehearing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRescore) => send(rehearingsRoutes.ask, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}
