import { callAttentionRoutes, callsRoutes, contentRoutes, measuresRoutes, type CallDetail } from '#contracts';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';

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
    queryFn: ({ signal }) => send(callsRoutes.figures, { signal }),
  });
}

export function useCall(callId: string) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'detail'],
    queryFn: ({ signal }) => send(callsRoutes.detail, { callId, signal }),
  });
}

/** Which words a call has now: another stage, or newer words after a correction, are read again. */
export const wordsOf = ({ stage, recordings }: Pick<CallDetail, 'stage' | 'recordings'>): string =>
  [stage, ...recordings.map(({ transcriptVersion }) => transcriptVersion ?? 0)].join(' ');

/** Words are read once and kept: every reading opens the sealed transcript and stands in the journal, and a transcript never changes. */
export function useTranscript(callId: string, words: string, enabled: boolean) {
  return useQuery({
    queryKey: ['words', callId, words],
    enabled,
    staleTime: Infinity,
    queryFn: ({ signal }) => send(contentRoutes.transcript, { callId, signal }),
  });
}

export function useScorecards(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'scorecards'],
    enabled,
    queryFn: ({ signal }) => send(contentRoutes.list, { callId, signal }),
  });
}

export function useJournal(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'journal'],
    enabled,
    queryFn: ({ signal }) => send(callsRoutes.journal, { callId, signal }),
  });
}

export function useMeasures(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'measures'],
    enabled,
    queryFn: ({ signal }) => send(measuresRoutes.of, { callId, signal }),
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
        : ({ signal }) => send(contentRoutes.peaks, { callId, query: { recordingId }, signal }),
  });
}

export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (callId: string) => send(callAttentionRoutes.retry, { callId }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}
