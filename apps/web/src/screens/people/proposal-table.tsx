import type { RoleProposalView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, selecting } from '../../components/data-table.js';
import { AgainFrom, ByOnePerson } from '../../components/one-person.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { useProved } from '../../components/step-up.js';
import { useDecide, useWithdraw } from '../../data/people.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useReach } from './reach-select.js';

interface Props {
  proposals: readonly RoleProposalView[];
  /** Left out: nothing can be selected. */
  selection?: { chosen: ReadonlySet<string>; toggle: (proposalId: string) => void };
}

/** Proposed roles with who, by whom and what became of them. */
export function ProposalTable({ proposals, selection }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const reachOf = useReach();
  // Here and not in a row: where a colleague was faster, the row has nothing to decide any more, and the refusal must stay.
  const [refusing, setRefusing] = useState<string | null>(null);
  const decide = useProved(useDecide());
  const boxes = selection && {
    ...selection,
    keyOf,
    name: { unseen: t('proposals.selectAll') },
    nameOf: ({ person, role }: RoleProposalView) =>
      t('proposals.select', { name: format.text(person.name), role: t(`shell.role.${role}`) }),
    may: ({ mayDecide }: RoleProposalView) => mayDecide,
  };
  const columns: Column<RoleProposalView>[] = [
    {
      name: t('proposals.who'),
      cell: ({ person }) => (
        <>
          {format.text(person.name)}
          <small>{person.staffNumber}</small>
        </>
      ),
    },
    {
      name: t('proposals.role'),
      cell: ({ role, reach }) => (
        <>
          {t(`shell.role.${role}`)}
          <small>{reachOf(role, reach)}</small>
        </>
      ),
    },
    {
      name: t('proposals.by'),
      cell: ({ proposedBy, proposedAt, group }) => (
        <>
          {format.text(proposedBy.name)}
          <small>{format.dateTime(proposedAt)}</small>
          {group !== null && <small>{t('proposals.group', { group })}</small>}
        </>
      ),
    },
    {
      name: t('proposals.state'),
      cell: (proposal) =>
        proposal.mayDecide ? (
          <Deciding
            proposal={proposal}
            onApprove={() => void decide.send({ proposalIds: [proposal.proposalId], decision: 'approve' })}
            onRefuse={() => setRefusing(proposal.proposalId)}
          />
        ) : (
          <ProposalState proposal={proposal} />
        ),
    },
  ];
  return (
    <>
      <DataTable
        columns={boxes ? [selecting(boxes), ...columns] : columns}
        rows={proposals}
        keyOf={keyOf}
        past={({ state }) => state !== 'waiting'}
      />
      {decide.said}
      {refusing !== null && <RefuseDialog proposalId={refusing} onClose={() => setRefusing(null)} />}
    </>
  );
}

const keyOf = ({ proposalId }: RoleProposalView) => proposalId;

interface DecidingProps {
  proposal: RoleProposalView;
  onApprove: () => void;
  onRefuse: () => void;
}

function Deciding({ proposal: { person }, onApprove, onRefuse }: DecidingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = format.text(person.name);
  return (
    <>
      <Button size="small" type="primary" aria-label={`${t('proposals.approve')} ${name}`} onClick={onApprove}>
        {t('proposals.approve')}
      </Button>
      <Button size="small" aria-label={`${t('proposals.refuse')} ${name}`} onClick={onRefuse}>
        {t('proposals.refuse')}
      </Button>
    </>
  );
}

function ProposalState({ proposal }: { proposal: RoleProposalView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { personId } = useMe();
  const withdraw = useWithdraw();
  const { state, decidedBy, decidedAt, reason, proposedBy, person, proposalId } = proposal;
  const own = state === 'waiting' && proposedBy.personId === personId;
  const self = state === 'waiting' && person.personId === personId;
  return (
    <>
      {t(`proposals.states.${state}`)}
      {decidedBy && decidedAt && (
        <small>{t('proposals.decidedBy', { name: format.text(decidedBy.name), at: format.dateTime(decidedAt) })}</small>
      )}
      <ByOnePerson when={decidedBy !== null && state !== 'withdrawn' && decidedBy.personId === proposedBy.personId} />
      {own && <AgainFrom first={proposal.proposedAt} />}
      {reason && <small>{reason}</small>}
      {self && <small>{t('proposals.yourself')}</small>}
      {own && (
        <small>
          {t('proposals.ownProposal')}{' '}
          <button type="button" className="plain link" onClick={() => withdraw.mutate(proposalId)}>
            {t('proposals.withdraw')}
          </button>
        </small>
      )}
      <Failed of={withdraw} />
    </>
  );
}

function RefuseDialog({ proposalId, onClose }: { proposalId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const decide = useDecide();
  return (
    <ReasonDialog
      title={t('proposals.refuse')}
      okText={t('proposals.refuse')}
      label={t('proposals.reason')}
      hint={t('proposals.reasonMissing')}
      minLength={1}
      width={440}
      send={(reason) => decide.mutateAsync({ proposalIds: [proposalId], decision: 'refuse', reason })}
      onClose={onClose}
    />
  );
}
