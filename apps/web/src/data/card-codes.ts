import { cardCodesRoutes, type CardCodeAnswer } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { useMay } from './session.js';

const KEY = ['card-codes'] as const;

/** Stretches that may be card codes, in the calls that this account may decide about. */
export function useDoubtfulCodes() {
  return useQuery({
    queryKey: KEY,
    enabled: useMay('redaction.decide'),
    queryFn: ({ signal }) => send(cardCodesRoutes.waiting, { signal }),
  });
}

export function useAnswerCode(callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CardCodeAnswer) => send(cardCodesRoutes.answer, { callId, body }),
    onSettled: () => Promise.all([KEY, ['words', callId]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
