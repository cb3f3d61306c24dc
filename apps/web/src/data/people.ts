import {
  peopleRoutes,
  proposalsRoutes,
  suspensionsRoutes,
  type Decision,
  type Invite,
  type NewPerson,
  type NewProposal,
  type PersonChange,
  type ProposalState,
} from '#contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useChange } from './company.js';
import { send } from './api.js';

export const PEOPLE = ['people'] as const;

export function usePeople(filters: { search?: string | undefined; teamId?: string | undefined }) {
  return useInfiniteQuery({
    queryKey: [...PEOPLE, 'list', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => send(peopleRoutes.list, { query: { ...filters, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function usePerson(personId: string) {
  return useQuery({
    queryKey: [...PEOPLE, 'one', personId],
    queryFn: ({ signal }) => send(peopleRoutes.one, { personId, signal }),
  });
}

export function useProposals(state: ProposalState | undefined) {
  return useInfiniteQuery({
    queryKey: [...PEOPLE, 'proposals', state ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => send(proposalsRoutes.list, { query: { state, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export const useCreatePerson = () => useChange((body: NewPerson) => send(peopleRoutes.create, { body }), PEOPLE);
export const useChangePerson = (personId: string) =>
  useChange((body: PersonChange) => send(peopleRoutes.change, { personId, body }), PEOPLE);
export const useLeave = (personId: string) =>
  useChange((way: 'leave' | 'return') => send(peopleRoutes[way], { personId }), PEOPLE);
export const useInvite = (personId: string) =>
  useChange((body: Invite) => send(peopleRoutes.invite, { personId, body }), PEOPLE);
export const useRevokeInvitation = (personId: string) =>
  useChange(() => send(peopleRoutes.revoke, { personId }), PEOPLE);
export const useRemoveRole = (personId: string) =>
  useChange((assignmentId: string) => send(peopleRoutes.removeRole, { personId, assignmentId }), PEOPLE);
export const usePropose = () => useChange((body: NewProposal) => send(proposalsRoutes.propose, { body }), PEOPLE);
export const useDecide = () => useChange((body: Decision) => send(proposalsRoutes.decide, { body }), PEOPLE);
export function useSuspensions() {
  return useQuery({
    queryKey: [...PEOPLE, 'suspensions'],
    queryFn: ({ signal }) => send(suspensionsRoutes.list, { signal }),
  });
}
export const useConfirmSuspension = () =>
  useChange((personId: string) => send(suspensionsRoutes.confirm, { personId }), PEOPLE);
export const useWithdraw = () =>
  useChange((proposalId: string) => send(proposalsRoutes.withdraw, { proposalId }), PEOPLE);
