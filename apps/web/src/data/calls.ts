import {
  callDetailSchema,
  callFiguresSchema,
  callJournalSchema,
  measuresOfCallSchema,
  peaksSchema,
  scorecardListSchema,
  transcriptViewSchema,
  type CallDetail,
} from '#contracts';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';

/** Everything read about calls hangs below one key, so that a reconnect can ask for all of it again. */
export const CALLS = {
  all: ['calls'],
  lists: ['calls', 'list'],
  figures: ['calls', 'figures'],
  one: (callId: string) => ['calls', 'one', callId],
} as const;

export function useCallFigures() {
  return useQuery({
    queryKey: CALLS.figures,
    queryFn: ({ signal }) => read(callFiguresSchema, api.GET('/api/v1/calls/figures', { signal })),
  });
}

export function useCall(callId: string) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'detail'],
    queryFn: ({ signal }) =>
      read(callDetailSchema, api.GET('/api/v1/calls/{callId}', { params: { path: { callId } }, signal })),
  });
}

/** Which words a call has now: another stage, or newer words after a correction, are read anew. */
export const wordsOf = ({ stage, recordings }: Pick<CallDetail, 'stage' | 'recordings'>): string =>
  [stage, ...recordings.map(({ transcriptVersion }) => transcriptVersion ?? 0)].join(' ');

/** Words are read once and kept: every reading opens the sealed transcript and stands in the journal, and a transcript never changes. */
export function useTranscript(callId: string, words: string, enabled: boolean) {
  return useQuery({
    queryKey: ['words', callId, words],
    enabled,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(
        transcriptViewSchema,
        api.GET('/api/v1/calls/{callId}/transcript', { params: { path: { callId } }, signal }),
      ),
  });
}

export function useScorecards(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'scorecards'],
    enabled,
    queryFn: ({ signal }) =>
      read(scorecardListSchema, api.GET('/api/v1/calls/{callId}/scorecards', { params: { path: { callId } }, signal })),
  });
}

export function useJournal(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'journal'],
    enabled,
    queryFn: ({ signal }) =>
      read(callJournalSchema, api.GET('/api/v1/calls/{callId}/journal', { params: { path: { callId } }, signal })),
  });
}

export function useMeasures(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'measures'],
    enabled,
    queryFn: ({ signal }) =>
      read(measuresOfCallSchema, api.GET('/api/v1/calls/{callId}/measures', { params: { path: { callId } }, signal })),
  });
}

/** Loudness never changes once the recording is sealed. */
export function usePeaks(callId: string, recordingId: string | null) {
  return useQuery({
    queryKey: ['peaks', callId, recordingId],
    staleTime: Infinity,
    queryFn:
      recordingId === null
        ? skipToken
        : ({ signal }) => {
            const params = { path: { callId }, query: { recordingId } };
            return read(peaksSchema, api.GET('/api/v1/calls/{callId}/peaks', { params, signal }));
          },
  });
}

export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (callId: string) => api.POST('/api/v1/calls/{callId}/retry', { params: { path: { callId } } }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}
