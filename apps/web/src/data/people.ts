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
import { send } from './api.js';
import { useChange, usePages, useRead } from './queries.js';

export const PEOPLE = ['people'] as const;

export const usePeople = (filters: { search?: string | undefined; teamId?: string | undefined }) =>
  usePages([...PEOPLE, 'list', filters], peopleRoutes.list, { query: filters });

export const usePerson = (personId: string) => useRead([...PEOPLE, 'one', personId], peopleRoutes.one, { personId });

/** A colleague proposes without this screen hearing of it: "none waits" is read again wherever it is opened. */
export const useProposals = (state: ProposalState | undefined) =>
  usePages([...PEOPLE, 'proposals', state ?? 'all'], proposalsRoutes.list, { query: { state } }, { staleTime: 0 });

export const useCreatePerson = () => useChange((body: NewPerson) => send(peopleRoutes.create, { body }), PEOPLE);
export const useChangePerson = (personId: string) =>
  useChange((body: PersonChange) => send(peopleRoutes.change, { personId, body }), PEOPLE);
export const useLeave = (personId: string) =>
  useChange((way: 'leave' | 'return') => send(peopleRoutes[way], { personId }), PEOPLE);
export const useInvite = (personId: string) =>
  useChange((body: Invite) => send(peopleRoutes.invite, { personId, body }), PEOPLE);
export const useRevokeInvitation = (personId: string) =>
  useChange(() => send(peopleRoutes.revoke, { personId }), PEOPLE);
export const useUnlock = (accountId: string) =>
  useChange((reason: string) => send(peopleRoutes.unlock, { accountId, body: { reason } }), PEOPLE);
export const useRemoveRole = (personId: string) =>
  useChange((assignmentId: string) => send(peopleRoutes.removeRole, { personId, assignmentId }), PEOPLE);
export const usePropose = () => useChange((body: NewProposal) => send(proposalsRoutes.propose, { body }), PEOPLE);
export const useDecide = () => useChange((body: Decision) => send(proposalsRoutes.decide, { body }), PEOPLE);
export const useSuspensions = () => useRead([...PEOPLE, 'suspensions'], suspensionsRoutes.list, {}, { staleTime: 0 });
export const useConfirmSuspension = () =>
  useChange((personId: string) => send(suspensionsRoutes.confirm, { personId }), PEOPLE);
export const useWithdraw = () =>
  useChange((proposalId: string) => send(proposalsRoutes.withdraw, { proposalId }), PEOPLE);
