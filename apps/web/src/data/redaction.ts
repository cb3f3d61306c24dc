import { redactionViewSchema, type RedactionChange, type RedactionDecision } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';

const KEY = ['company', 'redaction'] as const;

/** What is hidden in words and sound. */
export function useRedaction() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read(redactionViewSchema, api.GET('/api/v1/company/redaction', { signal })),
  });
}

function useChanging<T>(change: (value: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useChangeRedaction = () =>
  useChanging((body: RedactionChange) => read(redactionViewSchema, api.PUT('/api/v1/company/redaction', { body })));
export const useDecideRedaction = () =>
  useChanging((body: RedactionDecision) =>
    read(redactionViewSchema, api.POST('/api/v1/company/redaction/decisions', { body })),
  );
