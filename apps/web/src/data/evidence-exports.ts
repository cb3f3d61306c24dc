import { evidenceExportListSchema, type EvidenceExportList } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';

const KEY = ['legal', 'exports'] as const;

/** Packages of evidence; looked at again every few seconds while one is being made. */
export function useEvidenceExports() {
  return useQuery({
    queryKey: KEY,
    refetchInterval: ({ state }: { state: { data: EvidenceExportList | undefined } }) =>
      state.data?.exports.some((one) => one.state === 'building') ? 3_000 : 30_000,
    queryFn: ({ signal }) => read(evidenceExportListSchema, api.GET('/api/v1/evidence-exports', { signal })),
  });
}

export function useRetryExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (exportId: string) =>
      api.POST('/api/v1/evidence-exports/{exportId}/retry', { params: { path: { exportId } } }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Asks for the proof that a download needs, then has the browser save the package: it may be larger than its memory. */
export function useDownloadExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (exportId: string) => {
      await api.GET('/api/v1/evidence-exports/{exportId}/readiness', { params: { path: { exportId } } });
      const link = document.createElement('a');
      link.href = `/api/v1/evidence-exports/${exportId}/package`;
      link.download = '';
      link.click();
      return true;
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
