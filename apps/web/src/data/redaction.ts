import { redactionRoutes, type RedactionChange, type RedactionDecision } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';

const KEY = ['company', 'redaction'] as const;

/** What is hidden in words and sound. */
export function useRedaction() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => send(redactionRoutes.view, { signal }),
  });
}

function useChanging<T>(change: (value: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useChangeRedaction = () => useChanging((body: RedactionChange) => send(redactionRoutes.change, { body }));
export const useDecideRedaction = () =>
  useChanging((body: RedactionDecision) => send(redactionRoutes.decide, { body }));
