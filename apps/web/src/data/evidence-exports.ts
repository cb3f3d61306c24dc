import { evidenceExportsRoutes } from '#contracts';
import { addressOf, send } from './api.js';
import { useChange, useRead } from './queries.js';

const KEY = ['legal', 'exports'] as const;

/** Packages of evidence. */
export const useEvidenceExports = () => useRead(KEY, evidenceExportsRoutes.list);

export const useRetryExport = () =>
  useChange((exportId: string) => send(evidenceExportsRoutes.retry, { exportId }), KEY);

/** Asks for the proof that a download needs, then has the browser save the package: it may be larger than its memory. */
export const useDownloadExport = () =>
  useChange(async (exportId: string) => {
    await send(evidenceExportsRoutes.readiness, { exportId });
    const link = document.createElement('a');
    link.href = addressOf(evidenceExportsRoutes.download, { exportId });
    link.download = '';
    link.click();
    return true;
  }, KEY);
