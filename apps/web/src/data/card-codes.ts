import { doubtfulCodesSchema, type CardCodeAnswer } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { useMay } from './session.js';

const KEY = ['card-codes'] as const;

/** Stretches that may be card codes, in the calls that this account may decide about. */
export function useDoubtfulCodes() {
  return useQuery({
    queryKey: KEY,
    enabled: useMay('redaction.decide'),
    queryFn: ({ signal }) => read(doubtfulCodesSchema, api.GET('/api/v1/card-codes', { signal })),
  });
}

export function useAnswerCode(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CardCodeAnswer) =>
      api.POST('/api/v1/calls/{callId}/card-codes', { params: { path: { callId } }, body }),
    onSettled: () => Promise.all([KEY, ['words', callId]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
