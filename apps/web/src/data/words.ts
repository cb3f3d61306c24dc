import {
  rehearingSchema,
  runIdSchema,
  runListSchema,
  transcriptViewSchema,
  wordsVersionListSchema,
  type NewRescore,
  type WordsCorrection,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { CALLS } from './calls.js';
import { isOpen, RUNS } from './runs.js';
import { useMay } from './session.js';

/** The versions of a call's words; `words` changes with the newest. */
export function useWordsVersions(callId: string, words: string) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'words-versions', words],
    queryFn: ({ signal }) =>
      read(
        wordsVersionListSchema,
        api.GET('/api/v1/calls/{callId}/words-versions', { params: { path: { callId } }, signal }),
      ),
  });
}

/** The words of an older version. The journal tells of each reading, so they are read once, and only on request. */
export function useWordsOfVersion(callId: string, transcriptId: string | null) {
  return useQuery({
    queryKey: ['words', callId, 'version', transcriptId],
    enabled: transcriptId !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(
        transcriptViewSchema,
        api.GET('/api/v1/calls/{callId}/words-versions/{transcriptId}', {
          params: { path: { callId, transcriptId: transcriptId ?? '' } },
          signal,
        }),
      ),
  });
}

export function useCorrectWords(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: WordsCorrection) =>
      api.POST('/api/v1/calls/{callId}/words-corrections', { params: { path: { callId } }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}

/** Has one call heard again. */
export function useRehear(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST('/api/v1/calls/{callId}/rehearings', { params: { path: { callId } } }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}

export function useRehearings() {
  const may = useMay('transcripts.rehear');
  return useQuery({
    queryKey: RUNS.list('rehear'),
    enabled: may,
    queryFn: ({ signal }) => read(runListSchema, api.GET('/api/v1/rehearings', { signal })),
    select: ({ runs }) => runs,
  });
}

/** What hearing again came to so far. */
export function useRehearing(runId: string) {
  return useQuery({
    queryKey: [...RUNS.all, 'rehearing', runId],
    queryFn: ({ signal }) =>
      read(rehearingSchema, api.GET('/api/v1/rehearings/{runId}', { params: { path: { runId } }, signal })),
    // New words come between the steps that the live feed tells of.
    refetchInterval: ({ state }) => (state.data && isOpen(state.data.run) ? 10_000 : false),
  });
}

export function useAskRehearing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRescore) => read(runIdSchema, api.POST('/api/v1/rehearings', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}
