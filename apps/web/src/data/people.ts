import {
  invitationSchema,
  madeSchema,
  peopleListSchema,
  personDetailSchema,
  proposalListSchema,
  suspensionListSchema,
  type Decision,
  type Invite,
  type NewPerson,
  type NewProposal,
  type PersonChange,
  type ProposalState,
} from '#contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useChange } from './company.js';
import { api, read } from './api.js';

export const PEOPLE = ['people'] as const;

export function usePeople(filters: { search?: string | undefined; teamId?: string | undefined }) {
  return useInfiniteQuery({
    queryKey: [...PEOPLE, 'list', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      read(
        peopleListSchema,
        api.GET('/api/v1/people', { params: { query: { ...filters, cursor: pageParam } }, signal }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function usePerson(personId: string) {
  return useQuery({
    queryKey: [...PEOPLE, 'one', personId],
    queryFn: ({ signal }) =>
      read(personDetailSchema, api.GET('/api/v1/people/{personId}', { params: { path: { personId } }, signal })),
  });
}

export function useProposals(state: ProposalState | undefined) {
  return useInfiniteQuery({
    queryKey: [...PEOPLE, 'proposals', state ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      read(
        proposalListSchema,
        api.GET('/api/v1/role-proposals', { params: { query: { state, cursor: pageParam } }, signal }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export const useCreatePerson = () =>
  useChange((body: NewPerson) => read(madeSchema, api.POST('/api/v1/people', { body })), PEOPLE);
export const useChangePerson = (personId: string) =>
  useChange(
    (body: PersonChange) => api.PUT('/api/v1/people/{personId}', { params: { path: { personId } }, body }),
    PEOPLE,
  );
export const useLeave = (personId: string) =>
  useChange(
    (way: 'leave' | 'return') => api.POST(`/api/v1/people/{personId}/${way}`, { params: { path: { personId } } }),
    PEOPLE,
  );
export const useInvite = (personId: string) =>
  useChange(
    (body: Invite) =>
      read(
        invitationSchema,
        api.POST('/api/v1/people/{personId}/invitation', { params: { path: { personId } }, body }),
      ),
    PEOPLE,
  );
export const useRevokeInvitation = (personId: string) =>
  useChange(() => api.DELETE('/api/v1/people/{personId}/invitation', { params: { path: { personId } } }), PEOPLE);
export const useRemoveRole = (personId: string) =>
  useChange(
    (assignmentId: string) =>
      api.DELETE('/api/v1/people/{personId}/roles/{assignmentId}', { params: { path: { personId, assignmentId } } }),
    PEOPLE,
  );
export const usePropose = () =>
  useChange((body: NewProposal) => read(madeSchema, api.POST('/api/v1/role-proposals', { body })), PEOPLE);
export const useDecide = () =>
  useChange((body: Decision) => api.POST('/api/v1/role-proposals/decisions', { body }), PEOPLE);
export function useSuspensions() {
  return useQuery({
    queryKey: [...PEOPLE, 'suspensions'],
    queryFn: ({ signal }) => read(suspensionListSchema, api.GET('/api/v1/suspensions', { signal })),
  });
}
export const useConfirmSuspension = () =>
  useChange(
    (personId: string) =>
      api.POST('/api/v1/people/{personId}/suspension/confirmation', { params: { path: { personId } } }),
    PEOPLE,
  );
export const useWithdraw = () =>
  useChange(
    (proposalId: string) =>
      api.POST('/api/v1/role-proposals/{proposalId}/withdraw', { params: { path: { proposalId } } }),
    PEOPLE,
  );
