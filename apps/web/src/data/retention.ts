import { certificatesRoutes, retentionRoutes, type RetentionSchedule, type ScheduleProposal } from '#contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { send } from './api.js';
import { useChange } from './company.js';

const KEY = ['retention'] as const;

export function useRetention() {
  return useQuery({
    queryKey: [...KEY, 'schedule'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => send(retentionRoutes.view, { signal }),
  });
}

/** What a schedule would do; nothing is changed by asking. */
export const useSimulation = () =>
  useMutation({
    mutationFn: (body: RetentionSchedule) => send(retentionRoutes.simulate, { body }),
  });

export const useProposeSchedule = () =>
  useChange((body: ScheduleProposal) => send(retentionRoutes.propose, { body }), KEY);

export const useDecideSchedule = () =>
  useChange((body: { version: number; decision: 'agreed' | 'refused' }) => send(retentionRoutes.decide, { body }), KEY);

export const useConfirmClock = () => useChange(() => send(retentionRoutes.confirmClock), KEY);

export function useDestructions() {
  return useQuery({
    queryKey: [...KEY, 'destructions'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => send(retentionRoutes.destructions, { signal }),
  });
}

export function useCertificates() {
  return useQuery({
    queryKey: [...KEY, 'certificates'],
    queryFn: ({ signal }) => send(certificatesRoutes.list, { signal }),
  });
}

/** One certificate as a file. Each reading is journalled, so that it is read once and not again by itself. */
export function useCertificate(number: string) {
  return useQuery({
    queryKey: [...KEY, 'certificate', number],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ signal }) => send(certificatesRoutes.certificate, { number, signal }),
  });
}
