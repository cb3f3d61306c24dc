import {
  telephonySourcesRoutes as routes,
  type ChangedTelephonySource,
  type NewTelephonySource,
  type RecordsPreviewQuestion,
} from '#contracts';
import { send } from './api.js';
import { useChange, usePages, useRead } from './queries.js';

const SOURCES = ['telephony-sources'] as const;
/** Records come while no one changes anything. */
const READ_AGAIN_MS = 10_000;

export const useSources = () => useRead([...SOURCES, 'all'], routes.list, {}, { refetchInterval: READ_AGAIN_MS });

export const useSource = (sourceId: string) =>
  useRead([...SOURCES, 'one', sourceId], routes.one, { sourceId }, { refetchInterval: READ_AGAIN_MS });

export const useAsideFiles = (sourceId: string) =>
  usePages([...SOURCES, 'files', sourceId], routes.files, { sourceId, query: {} }, { refetchInterval: READ_AGAIN_MS });

export const useCreateSource = () => useChange((body: NewTelephonySource) => send(routes.create, { body }), SOURCES);

export const useChangeSource = () =>
  useChange(
    ({ sourceId, ...body }: ChangedTelephonySource & { sourceId: string }) => send(routes.change, { sourceId, body }),
    SOURCES,
  );

export const useEndSource = () => useChange((sourceId: string) => send(routes.end, { sourceId }), SOURCES);

export const useSettleFile = (sourceId: string) =>
  useChange(
    ({ fileId, as }: { fileId: string; as: 'again' | 'away' }) => send(routes[as], { sourceId, fileId }),
    SOURCES,
  );

export const usePreviewRecords = () => useChange((body: RecordsPreviewQuestion) => send(routes.preview, { body }));

export const useSendRecords = () =>
  useChange(
    ({ sourceId, file }: { sourceId: string; file: File }) =>
      send(routes.records, { sourceId, file, query: { name: file.name.slice(-200) } }),
    SOURCES,
  );

const QUEUES = ['queue-teams'] as const;

export const useQueueTeams = () => useRead(QUEUES, routes.queueTeams);

/** `teamId` null: no team answers for the queue any more. */
export const useSetQueueTeam = () =>
  useChange((body: { queue: string; teamId: string | null }) => send(routes.setQueueTeam, { body }), QUEUES);

const SHARED = ['switchboard-numbers'] as const;

export const useSwitchboardNumbers = () => useRead(SHARED, routes.switchboardNumbers);

export const useShareNumber = () => useChange((body: { number: string }) => send(routes.shareNumber, { body }), SHARED);

export const useUnshareNumber = () =>
  useChange((switchboardNumberId: string) => send(routes.unshareNumber, { switchboardNumberId }), SHARED);
