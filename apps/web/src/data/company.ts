import {
  clientsRoutes,
  companyRoutes,
  extensionsRoutes,
  staffFileRoutes,
  type Bilingual,
  type NewExtension,
  type NewNotice,
  type ProfileChange,
  type TeamChange,
} from '#contracts';
import { send } from './api.js';
import { RETENTION, UPLOAD_FORM } from './areas.js';
import { useChange, usePages, useRead } from './queries.js';

const KEY = ['company'] as const;

export const useProfile = () => useRead([...KEY, 'profile'], companyRoutes.profile);
/** What others begin from is read again, too: uploads, and the schedule that is proposed for the region. */
export const useChangeProfile = () =>
  useChange((body: ProfileChange) => send(companyRoutes.change, { body }), KEY, UPLOAD_FORM, RETENTION);

export const useCalendar = () => useRead([...KEY, 'calendar'], companyRoutes.calendar);

export const useClients = () => useRead([...KEY, 'clients'], clientsRoutes.list);
export const useCreateClient = () =>
  useChange((name: Bilingual) => send(clientsRoutes.create, { body: { name } }), KEY);
export const useRenameClient = () =>
  useChange(
    ({ clientId, name }: { clientId: string; name: Bilingual }) =>
      send(clientsRoutes.rename, { clientId, body: { name } }),
    KEY,
  );
export const useCreateTeam = () =>
  useChange(
    ({ clientId, name }: { clientId: string; name: Bilingual }) =>
      send(clientsRoutes.createTeam, { clientId, body: { name } }),
    KEY,
  );
export const useChangeTeam = () =>
  useChange(
    ({ teamId, ...body }: TeamChange & { teamId: string }) => send(clientsRoutes.changeTeam, { teamId, body }),
    KEY,
  );
/** Closes a client or a team. */
export const useClose = () =>
  useChange(
    (what: { clientId: string } | { teamId: string }) =>
      'clientId' in what ? send(clientsRoutes.close, what) : send(clientsRoutes.closeTeam, what),
    KEY,
  );

export const useNoticeState = () => useRead([...KEY, 'notice'], companyRoutes.notice);
export const usePublishNotice = () => useChange((body: NewNotice) => send(companyRoutes.publish, { body }), KEY);

export interface ExtensionFilters {
  extension?: string | undefined;
  at?: string | undefined;
}

export const useExtensions = (filters: ExtensionFilters) =>
  usePages([...KEY, 'extensions', filters], extensionsRoutes.list, { query: filters });
export const useAssignExtension = () => useChange((body: NewExtension) => send(extensionsRoutes.assign, { body }), KEY);
export const useReleaseExtension = () =>
  useChange(
    ({ assignmentId, at }: { assignmentId: string; at: string }) =>
      send(extensionsRoutes.release, { assignmentId, body: { at } }),
    KEY,
  );

/** Without a plan a preview, with one its application. */
export const importCalendar =
  ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  (file: File, plan?: string) =>
    send(companyRoutes.import, { file, query: { from: from || undefined, to: to || undefined, plan } });
export const importStaff = (file: File, plan?: string) => send(staffFileRoutes.import, { file, query: { plan } });
export const importExtensions = (file: File, plan?: string) => send(extensionsRoutes.import, { file, query: { plan } });
