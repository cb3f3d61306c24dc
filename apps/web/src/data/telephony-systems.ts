import {
  telephonySystemsRoutes as routes,
  type ChangedTelephonySystem,
  type NewTelephonySystem,
  type RecordsPreviewQuestion,
} from '#contracts';
import { send } from './api.js';
import { useChange, usePages, useRead } from './queries.js';

const SOURCES = ['telephony-systems'] as const;
/** Records come while no one changes anything. */
const READ_AGAIN_MS = 10_000;

export const useSources = () => useRead([...SOURCES, 'all'], routes.list, {}, { refetchInterval: READ_AGAIN_MS });

export const useSource = (sourceId: string) =>
  useRead([...SOURCES, 'one', sourceId], routes.one, { sourceId }, { refetchInterval: READ_AGAIN_MS });

export const useAsideFiles = (sourceId: string) =>
  usePages([...SOURCES, 'files', sourceId], routes.files, { sourceId, query: {} }, { refetchInterval: READ_AGAIN_MS });

export const useCreateSource = () => useChange((body: NewTelephonySystem) => send(routes.create, { body }), SOURCES);

export const useChangeSource = () =>
  useChange(
    ({ sourceId, ...body }: ChangedTelephonySystem & { sourceId: string }) => send(routes.change, { sourceId, body }),
    SOURCES,
  );

export const useEndSource = () => useChange((sourceId: string) => send(routes.end, { sourceId }), SOURCES);

export const useSettleFile = (sourceId: string) =>
  useChange(
    ({ fileId, as }: { fileId: string; as: 'again' | 'away' }) => send(routes[as], { sourceId, fileId }),
    SOURCES,
  );

export const usePreviewRecords = () => useChange((body: RecordsPreviewQuestion) => send(routes.preview, { body }));

/** @returns what became of all pieces */
export const useSendRecords = () =>
  useChange(async ({ sourceId, name, pieces }: { sourceId: string; name: string; pieces: readonly string[] }) => {
    const sum = { taken: 0, known: 0, unread: 0 };
    for (const text of pieces) {
      const { taken, known, unread } = await send(routes.records, { sourceId, body: { name, text } });
      sum.taken += taken;
      sum.known += known;
      sum.unread += unread.length;
    }
    return sum;
  }, SOURCES);
