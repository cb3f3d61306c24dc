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
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';

const KEY = ['company'] as const;

/** A change after which everything read of the company is asked again. */
export function useChange<T, R = unknown>(change: (value: T) => Promise<R>, key: readonly string[] = KEY) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

export function useProfile() {
  return useQuery({
    queryKey: [...KEY, 'profile'],
    queryFn: ({ signal }) => send(companyRoutes.profile, { signal }),
  });
}
export const useChangeProfile = () => useChange((body: ProfileChange) => send(companyRoutes.change, { body }));

export function useCalendar() {
  return useQuery({
    queryKey: [...KEY, 'calendar'],
    queryFn: ({ signal }) => send(companyRoutes.calendar, { signal }),
  });
}

export function useClients() {
  return useQuery({
    queryKey: [...KEY, 'clients'],
    queryFn: ({ signal }) => send(clientsRoutes.list, { signal }),
  });
}
export const useCreateClient = () => useChange((name: Bilingual) => send(clientsRoutes.create, { body: { name } }));
export const useRenameClient = () =>
  useChange(({ clientId, name }: { clientId: string; name: Bilingual }) =>
    send(clientsRoutes.rename, { clientId, body: { name } }),
  );
export const useCreateTeam = () =>
  useChange(({ clientId, name }: { clientId: string; name: Bilingual }) =>
    send(clientsRoutes.createTeam, { clientId, body: { name } }),
  );
export const useChangeTeam = () =>
  useChange(({ teamId, ...body }: TeamChange & { teamId: string }) => send(clientsRoutes.changeTeam, { teamId, body }));
/** Closes a client or a team. */
export const useClose = () =>
  useChange((what: { clientId: string } | { teamId: string }) =>
    'clientId' in what ? send(clientsRoutes.close, what) : send(clientsRoutes.closeTeam, what),
  );

export function useNoticeState() {
  return useQuery({
    queryKey: [...KEY, 'notice'],
    queryFn: ({ signal }) => send(companyRoutes.notice, { signal }),
  });
}
export const usePublishNotice = () => useChange((body: NewNotice) => send(companyRoutes.publish, { body }));

export interface ExtensionFilters {
  extension?: string | undefined;
  at?: string | undefined;
}

export function useExtensions(filters: ExtensionFilters) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'extensions', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      send(extensionsRoutes.list, { query: { ...filters, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
export const useAssignExtension = () => useChange((body: NewExtension) => send(extensionsRoutes.assign, { body }));
export const useReleaseExtension = () =>
  useChange(({ assignmentId, at }: { assignmentId: string; at: string }) =>
    send(extensionsRoutes.release, { assignmentId, body: { at } }),
  );

/** Without a plan a preview, with one its application. */
export const importCalendar =
  ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  (file: File, plan?: string) =>
    send(companyRoutes.import, { file, query: { from: from || undefined, to: to || undefined, plan } });
export const importStaff = (file: File, plan?: string) => send(staffFileRoutes.import, { file, query: { plan } });
export const importExtensions = (file: File, plan?: string) => send(extensionsRoutes.import, { file, query: { plan } });
