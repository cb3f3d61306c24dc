import {
  callDetailSchema,
  callFiguresSchema,
  callJournalSchema,
  callListSchema,
  peaksSchema,
  scorecardListSchema,
  transcriptViewSchema,
  type CallStage,
  type Language,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from './http.js';

/** Everything read about calls hangs below one key, so that a reconnect can ask for all of it again. */
export const CALLS = {
  all: ['calls'],
  lists: ['calls', 'list'],
  figures: ['calls', 'figures'],
  one: (callId: string) => ['calls', 'one', callId],
} as const;

export interface CallFilters {
  stage?: CallStage | undefined;
  language?: Language | undefined;
}

const PAGE = 50;

export function useCallList(filters: CallFilters, enabled = true) {
  return useInfiniteQuery({
    queryKey: [...CALLS.lists, filters],
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => ask(callListSchema, `/calls?${listQuery(filters, pageParam)}`, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCallFigures() {
  return useQuery({
    queryKey: CALLS.figures,
    queryFn: ({ signal }) => ask(callFiguresSchema, '/calls/figures', { signal }),
  });
}

export function useCall(callId: string) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'detail'],
    queryFn: ({ signal }) => ask(callDetailSchema, `/calls/${callId}`, { signal }),
  });
}

/**
 * Words are read once for each stage and kept: every reading opens the sealed transcript and stands in the journal, and a transcript never
 * changes.
 */
export function useTranscript(callId: string, stage: CallStage, enabled: boolean) {
  return useQuery({
    queryKey: ['words', callId, stage],
    enabled,
    staleTime: Infinity,
    queryFn: ({ signal }) => ask(transcriptViewSchema, `/calls/${callId}/transcript`, { signal }),
  });
}

export function useScorecards(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'scorecards'],
    enabled,
    queryFn: ({ signal }) => ask(scorecardListSchema, `/calls/${callId}/scorecards`, { signal }),
  });
}

export function useJournal(callId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CALLS.one(callId), 'journal'],
    enabled,
    queryFn: ({ signal }) => ask(callJournalSchema, `/calls/${callId}/journal`, { signal }),
  });
}

/** Loudness never changes once the recording is sealed. */
export function usePeaks(callId: string, recordingId: string | null) {
  return useQuery({
    queryKey: ['peaks', callId, recordingId],
    enabled: recordingId !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) => ask(peaksSchema, `/calls/${callId}/peaks?recordingId=${recordingId}`, { signal }),
  });
}

export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (callId: string) => tell(`/calls/${callId}/retry`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}

function listQuery(filters: CallFilters, cursor: string | null): string {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (filters.stage) query.set('stage', filters.stage);
  if (filters.language) query.set('language', filters.language);
  if (cursor) query.set('cursor', cursor);
  return query.toString();
}
