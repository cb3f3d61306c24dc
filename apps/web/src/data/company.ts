import {
  calendarPreviewSchema,
  calendarViewSchema,
  clientListSchema,
  companyProfileViewSchema,
  extensionListSchema,
  extensionPreviewSchema,
  noticeStateSchema,
  staffPreviewSchema,
  type Bilingual,
  type NewExtension,
  type NewNotice,
  type ProfileChange,
  type TeamChange,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sendFile, withQuery } from './files.js';
import { ask, tell } from './http.js';

const KEY = ['company'] as const;

/** A change after which everything read of the company is asked again. */
export function useChange<T, R = unknown>(change: (value: T) => Promise<R>, key: readonly string[] = KEY) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

export function useProfile() {
  return useQuery({
    queryKey: [...KEY, 'profile'],
    queryFn: ({ signal }) => ask(companyProfileViewSchema, '/company/profile', { signal }),
  });
}
export const useChangeProfile = () =>
  useChange((body: ProfileChange) => ask(companyProfileViewSchema, '/company/profile', { method: 'PUT', body }));

export function useCalendar() {
  return useQuery({
    queryKey: [...KEY, 'calendar'],
    queryFn: ({ signal }) => ask(calendarViewSchema, '/company/calendar', { signal }),
  });
}

export function useClients() {
  return useQuery({
    queryKey: [...KEY, 'clients'],
    queryFn: ({ signal }) => ask(clientListSchema, '/company/clients', { signal }),
  });
}
export const useCreateClient = () =>
  useChange((name: Bilingual) => tell('/company/clients', { method: 'POST', body: { name } }));
export const useRenameClient = () =>
  useChange(({ clientId, name }: { clientId: string; name: Bilingual }) =>
    tell(`/company/clients/${clientId}`, { method: 'PUT', body: { name } }),
  );
export const useCreateTeam = () =>
  useChange(({ clientId, name }: { clientId: string; name: Bilingual }) =>
    tell(`/company/clients/${clientId}/teams`, { method: 'POST', body: { name } }),
  );
export const useChangeTeam = () =>
  useChange(({ teamId, ...body }: TeamChange & { teamId: string }) =>
    tell(`/company/teams/${teamId}`, { method: 'PUT', body }),
  );
/** Closes a client or a team: `clients/ID`, `teams/ID`. */
export const useClose = () => useChange((what: string) => tell(`/company/${what}/close`, { method: 'POST' }));

export function useNoticeState() {
  return useQuery({
    queryKey: [...KEY, 'notice'],
    queryFn: ({ signal }) => ask(noticeStateSchema, '/company/notice', { signal }),
  });
}
export const usePublishNotice = () =>
  useChange((body: NewNotice) => ask(noticeStateSchema, '/company/notice', { method: 'POST', body }));

export interface ExtensionFilters {
  extension?: string | undefined;
  at?: string | undefined;
}

export function useExtensions(filters: ExtensionFilters) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'extensions', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(extensionListSchema, withQuery('/extensions', { ...filters, cursor: pageParam }), { signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
export const useAssignExtension = () =>
  useChange((body: NewExtension) => tell('/extensions', { method: 'POST', body }));
export const useReleaseExtension = () =>
  useChange(({ assignmentId, at }: { assignmentId: string; at: string }) =>
    tell(`/extensions/${assignmentId}/release`, { method: 'POST', body: { at } }),
  );

/** Without a plan a preview, with one its application. */
export const importCalendar =
  (period: { from?: string | undefined; to?: string | undefined }) => (file: File, plan?: string) =>
    sendFile(calendarPreviewSchema, withQuery('/company/calendar/import', { ...period, plan }), file);
export const importStaff = (file: File, plan?: string) =>
  sendFile(staffPreviewSchema, withQuery('/staff/import', { plan }), file);
export const importExtensions = (file: File, plan?: string) =>
  sendFile(extensionPreviewSchema, withQuery('/extensions/import', { plan }), file);
