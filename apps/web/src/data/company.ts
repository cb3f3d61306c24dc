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
import { api, read } from './api.js';

const KEY = ['company'] as const;

/** A change after which everything read of the company is asked again. */
export function useChange<T, R = unknown>(change: (value: T) => Promise<R>, key: readonly string[] = KEY) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

export function useProfile() {
  return useQuery({
    queryKey: [...KEY, 'profile'],
    queryFn: ({ signal }) => read(companyProfileViewSchema, api.GET('/api/v1/company/profile', { signal })),
  });
}
export const useChangeProfile = () =>
  useChange((body: ProfileChange) => read(companyProfileViewSchema, api.PUT('/api/v1/company/profile', { body })));

export function useCalendar() {
  return useQuery({
    queryKey: [...KEY, 'calendar'],
    queryFn: ({ signal }) => read(calendarViewSchema, api.GET('/api/v1/company/calendar', { signal })),
  });
}

export function useClients() {
  return useQuery({
    queryKey: [...KEY, 'clients'],
    queryFn: ({ signal }) => read(clientListSchema, api.GET('/api/v1/company/clients', { signal })),
  });
}
export const useCreateClient = () =>
  useChange((name: Bilingual) => api.POST('/api/v1/company/clients', { body: { name } }));
export const useRenameClient = () =>
  useChange(({ clientId, name }: { clientId: string; name: Bilingual }) =>
    api.PUT('/api/v1/company/clients/{clientId}', { params: { path: { clientId } }, body: { name } }),
  );
export const useCreateTeam = () =>
  useChange(({ clientId, name }: { clientId: string; name: Bilingual }) =>
    api.POST('/api/v1/company/clients/{clientId}/teams', { params: { path: { clientId } }, body: { name } }),
  );
export const useChangeTeam = () =>
  useChange(({ teamId, ...body }: TeamChange & { teamId: string }) =>
    api.PUT('/api/v1/company/teams/{teamId}', { params: { path: { teamId } }, body }),
  );
/** Closes a client or a team. */
export const useClose = () =>
  useChange((what: { clientId: string } | { teamId: string }) =>
    'clientId' in what
      ? api.POST('/api/v1/company/clients/{clientId}/close', { params: { path: what } })
      : api.POST('/api/v1/company/teams/{teamId}/close', { params: { path: what } }),
  );

export function useNoticeState() {
  return useQuery({
    queryKey: [...KEY, 'notice'],
    queryFn: ({ signal }) => read(noticeStateSchema, api.GET('/api/v1/company/notice', { signal })),
  });
}
export const usePublishNotice = () =>
  useChange((body: NewNotice) => read(noticeStateSchema, api.POST('/api/v1/company/notice', { body })));

export interface ExtensionFilters {
  extension?: string | undefined;
  at?: string | undefined;
}

export function useExtensions(filters: ExtensionFilters) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'extensions', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      read(
        extensionListSchema,
        api.GET('/api/v1/extensions', { params: { query: { ...filters, cursor: pageParam } }, signal }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
export const useAssignExtension = () => useChange((body: NewExtension) => api.POST('/api/v1/extensions', { body }));
export const useReleaseExtension = () =>
  useChange(({ assignmentId, at }: { assignmentId: string; at: string }) =>
    api.POST('/api/v1/extensions/{assignmentId}/release', { params: { path: { assignmentId } }, body: { at } }),
  );

/** Without a plan a preview, with one its application. */
export const importCalendar =
  (period: { from?: string | undefined; to?: string | undefined }) => (file: File, plan?: string) =>
    sendFile(calendarPreviewSchema, withQuery('/company/calendar/import', { ...period, plan }), file);
export const importStaff = (file: File, plan?: string) =>
  sendFile(staffPreviewSchema, withQuery('/staff/import', { plan }), file);
export const importExtensions = (file: File, plan?: string) =>
  sendFile(extensionPreviewSchema, withQuery('/extensions/import', { plan }), file);
