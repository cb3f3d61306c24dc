import { correctionResultSchema, type CorrectionRequest, type SpeakersRequest } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { CALLS } from './calls.js';

/** Corrects what is known of a call. */
export function useCorrection(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CorrectionRequest) =>
      read(
        correctionResultSchema,
        api.POST('/api/v1/calls/{callId}/corrections', { params: { path: { callId } }, body }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}

/** Says who the speakers of a recording are. */
export function useNameSpeakers(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SpeakersRequest) =>
      api.PUT('/api/v1/calls/{callId}/speakers', { params: { path: { callId } }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: CALLS.all }),
  });
}
