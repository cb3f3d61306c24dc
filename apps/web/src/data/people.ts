import {
  invitationSchema,
  madeSchema,
  peopleListSchema,
  personDetailSchema,
  proposalListSchema,
  type Decision,
  type Invite,
  type NewPerson,
  type NewProposal,
  type PersonChange,
  type ProposalState,
} from '#contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useChange } from './company.js';
import { withQuery } from './files.js';
import { ask, tell } from './http.js';

export const PEOPLE = ['people'] as const;

export function usePeople(filters: { search?: string | undefined; teamId?: string | undefined }) {
  return useInfiniteQuery({
    queryKey: [...PEOPLE, 'list', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(peopleListSchema, withQuery('/people', { ...filters, cursor: pageParam }), { signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function usePerson(personId: string) {
  return useQuery({
    queryKey: [...PEOPLE, 'one', personId],
    queryFn: ({ signal }) => ask(personDetailSchema, `/people/${personId}`, { signal }),
  });
}

export function useProposals(state: ProposalState | undefined) {
  return useInfiniteQuery({
    queryKey: [...PEOPLE, 'proposals', state ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(proposalListSchema, withQuery('/role-proposals', { state, cursor: pageParam }), { signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export const useCreatePerson = () =>
  useChange((body: NewPerson) => ask(madeSchema, '/people', { method: 'POST', body }), PEOPLE);
export const useChangePerson = (personId: string) =>
  useChange((body: PersonChange) => tell(`/people/${personId}`, { method: 'PUT', body }), PEOPLE);
export const useLeave = (personId: string) =>
  useChange((way: 'leave' | 'return') => tell(`/people/${personId}/${way}`, { method: 'POST' }), PEOPLE);
export const useInvite = (personId: string) =>
  useChange(
    (body: Invite) => ask(invitationSchema, `/people/${personId}/invitation`, { method: 'POST', body }),
    PEOPLE,
  );
export const useRevokeInvitation = (personId: string) =>
  useChange(() => tell(`/people/${personId}/invitation`, { method: 'DELETE' }), PEOPLE);
export const useRemoveRole = (personId: string) =>
  useChange((assignmentId: string) => tell(`/people/${personId}/roles/${assignmentId}`, { method: 'DELETE' }), PEOPLE);
export const usePropose = () =>
  useChange((body: NewProposal) => ask(madeSchema, '/role-proposals', { method: 'POST', body }), PEOPLE);
export const useDecide = () =>
  useChange((body: Decision) => tell('/role-proposals/decisions', { method: 'POST', body }), PEOPLE);
export const useWithdraw = () =>
  useChange((proposalId: string) => tell(`/role-proposals/${proposalId}/withdraw`, { method: 'POST' }), PEOPLE);
