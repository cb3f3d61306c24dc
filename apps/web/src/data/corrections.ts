import { correctionsRoutes, type CorrectionRequest, type SpeakersRequest } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { CALLS } from './calls.js';

/** Corrects what is known of a call. */
export function useCorrection(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CorrectionRequest) => send(correctionsRoutes.correct, { callId, body }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}

/** Says who the speakers of a recording are. */
export function useNameSpeakers(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SpeakersRequest) => send(correctionsRoutes.name, { callId, body }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}
