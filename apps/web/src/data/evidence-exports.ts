import { evidenceExportsRoutes, type EvidenceExportList } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addressOf, send } from './api.js';

const KEY = ['legal', 'exports'] as const;

/** Packages of evidence; looked at again every few seconds while one is being made. */
export function useEvidenceExports() {
  return useQuery({
    queryKey: KEY,
    refetchInterval: ({ state }: { state: { data: EvidenceExportList | undefined } }) =>
      state.data?.exports.some((one) => one.state === 'building') ? 3_000 : 30_000,
    queryFn: ({ signal }) => send(evidenceExportsRoutes.list, { signal }),
  });
}

export function useRetryExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (exportId: string) => send(evidenceExportsRoutes.retry, { exportId }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Asks for the proof that a download needs, then has the browser save the package: it may be larger than its memory. */
export function useDownloadExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (exportId: string) => {
      await send(evidenceExportsRoutes.readiness, { exportId });
      const link = document.createElement('a');
      link.href = addressOf(evidenceExportsRoutes.download, { exportId });
      link.download = '';
      link.click();
      return true;
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
