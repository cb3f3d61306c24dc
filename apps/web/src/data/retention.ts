import {
  certificateListSchema,
  destructionListSchema,
  retentionSimulationSchema,
  retentionViewSchema,
  signedCertificateSchema,
  type RetentionSchedule,
  type ScheduleProposal,
} from '#contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, read } from './api.js';
import { useChange } from './company.js';

const KEY = ['retention'] as const;

export function useRetention() {
  return useQuery({
    queryKey: [...KEY, 'schedule'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read(retentionViewSchema, api.GET('/api/v1/retention/schedule', { signal })),
  });
}

/** What a schedule would do; nothing is changed by asking. */
export const useSimulation = () =>
  useMutation({
    mutationFn: (body: RetentionSchedule) =>
      read(retentionSimulationSchema, api.POST('/api/v1/retention/schedule/simulation', { body })),
  });

export const useProposeSchedule = () =>
  useChange(
    (body: ScheduleProposal) => read(retentionViewSchema, api.PUT('/api/v1/retention/schedule', { body })),
    KEY,
  );

export const useDecideSchedule = () =>
  useChange(
    (body: { version: number; decision: 'agreed' | 'refused' }) =>
      read(retentionViewSchema, api.POST('/api/v1/retention/schedule/decisions', { body })),
    KEY,
  );

export const useConfirmClock = () =>
  useChange(() => read(retentionViewSchema, api.POST('/api/v1/retention/clock/confirmation')), KEY);

export function useDestructions() {
  return useQuery({
    queryKey: [...KEY, 'destructions'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read(destructionListSchema, api.GET('/api/v1/retention/destructions', { signal })),
  });
}

export function useCertificates() {
  return useQuery({
    queryKey: [...KEY, 'certificates'],
    queryFn: ({ signal }) => read(certificateListSchema, api.GET('/api/v1/retention/certificates', { signal })),
  });
}

/** One certificate as a file. Each reading is journalled, so that it is read once and not again by itself. */
export function useCertificate(number: string) {
  return useQuery({
    queryKey: [...KEY, 'certificate', number],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ signal }) =>
      read(
        signedCertificateSchema,
        api.GET('/api/v1/retention/certificates/{number}', { params: { path: { number } }, signal }),
      ),
  });
}
