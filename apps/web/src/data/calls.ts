import {
  callAttentionRoutes,
  callsRoutes,
  contentRoutes,
  measuresRoutes,
  type CallDetail,
  type SentTo,
  attentionReasonSchema,
  notRecordedReasonSchema,
  type CallStage,
} from '#contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';
import { useTranslation } from 'react-i18next';

/** Everything read about calls hangs below one key, so that a reconnect can ask for all of it again. */
export const CALLS = {
  all: ['calls'],
  lists: ['calls', 'list'],
  figures: ['calls', 'figures'],
  reports: ['calls', 'reports'],
  one: (callId: string) => ['calls', 'one', callId],
} as const;

export const useCallFigures = () => useRead(CALLS.figures, callsRoutes.figures);

export const useCall = (callId: string) => useRead([...CALLS.one(callId), 'detail'], callsRoutes.detail, { callId });

/** Which words a leg has now: another stage, or newer words after a correction, are read again. */
export const wordsOf = ({ stage, recordings }: Pick<CallDetail, 'stage' | 'recordings'>): string =>
  [stage, ...recordings.map(({ transcriptVersion }) => transcriptVersion ?? 0)].join(' ');

/** Words are read once and kept: every reading opens the sealed transcript and is journalled, and a transcript never changes. */
export const useTranscript = (callId: string, legId: string | undefined, words: string, enabled: boolean) =>
  useRead(
    wordsKey(callId, legId, words),
    contentRoutes.transcript,
    { callId, query: { legId } },
    { enabled, staleTime: Infinity },
  );

export const wordsKey = (callId: string, legId: string | undefined, words: string) => ['words', callId, legId, words];

export const useScorecards = (callId: string, enabled: boolean) =>
  useRead([...CALLS.one(callId), 'scorecards'], contentRoutes.list, { callId }, { enabled });

export const useJournal = (callId: string, enabled: boolean) =>
  useRead([...CALLS.one(callId), 'journal'], callsRoutes.journal, { callId }, { enabled });

export const useMeasures = (callId: string, enabled: boolean) =>
  useRead([...CALLS.one(callId), 'measures'], measuresRoutes.of, { callId }, { enabled });

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

/** Calls of the same customer, as far as they are seen. */
export const useCustomerCalls = (callId: string) =>
  useRead([...CALLS.one(callId), 'of-customer'], callsRoutes.ofCustomer, { callId });

/** Calls that only the telephone system knows: a page of them. @param query as an address writes it */
export const useUnrecorded = (query: NonNullable<SentTo<typeof callsRoutes.unrecorded>['query']>) =>
  useRead([...CALLS.lists, 'unrecorded', query], callsRoutes.unrecorded, { query });

export const useUnrecordedChoices = () =>
  useRead([...CALLS.lists, 'unrecorded-choices'], callsRoutes.unrecordedChoices);

export const useRetry = () => useChange((callId: string) => send(callAttentionRoutes.retry, { callId }), CALLS.all);

const listeners = new Set<(callId: string) => void>();

/** Hears the id of every call that the live feed names; for what is kept outside the queries. @returns how to stop */
export function onCallChanged(listener: (callId: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function notifyCallChanged(callId: string): void {
  for (const listener of listeners) listener(callId);
}

/** The sentence behind a stage's reason code, and the next step where a person has one. */
export function useReason(stage: CallStage, code: string | null): { what: string; next: string | null } {
  const { t } = useTranslation();
  if (stage === 'needs_attention' || stage === 'given_up') {
    const reason = attentionReasonSchema.safeParse(code).data ?? 'other';
    // A given-up call has been decided: there is no next step but the one given then.
    const next = stage === 'needs_attention' ? t(`attention.${reason}.next`) : null;
    return { what: t(`attention.${reason}.what`), next };
  }
  if (stage === 'scored') return { what: t('stageNote.not_judged'), next: null };
  const reason = notRecordedReasonSchema.safeParse(code).data ?? 'other';
  return { what: t(`notRecorded.${reason}`), next: null };
}
