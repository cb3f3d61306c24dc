import type { RoleProposalView } from '#contracts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { ReasonDialog } from '../../components/reason-dialog.js';
import { Failed } from '../../components/failure-note.js';
import { useProved } from '../../components/step-up.js';
import { useDecide, useWithdraw } from '../../data/people.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useReach } from './use-reach.js';

interface Props {
  proposals: readonly RoleProposalView[];
  /** Left out: nothing can be selected. */
  selection?: { selected: ReadonlySet<string>; toggle: (proposalId: string) => void };
}

/** Proposed roles with who, by whom and what became of them. */
export function ProposalTable({ proposals, selection }: Props) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState<string | null>(null);
  const decide = useProved(useDecide());
  return (
    <>
      <DataTable
        head={[
          ...(selection ? [{ unseen: t('proposals.selectAll') }] : []),
          ...(['who', 'role', 'by', 'state'] as const).map((column) => t(`proposals.${column}`)),
        ]}
      >
        {proposals.map((proposal) => (
          <ProposalLine
            key={proposal.proposalId}
            proposal={proposal}
            selection={selection}
            onRefuse={() => setRefusing(proposal.proposalId)}
            onApprove={() => void decide.send({ proposalIds: [proposal.proposalId], decision: 'approve' })}
          />
        ))}
      </DataTable>
      {decide.said}
      {refusing !== null && <RefuseDialog proposalId={refusing} onClose={() => setRefusing(null)} />}
    </>
  );
}

interface LineProps {
  proposal: RoleProposalView;
  selection: Props['selection'];
  onApprove: () => void;
  onRefuse: () => void;
}

function ProposalLine({ proposal, selection, onApprove, onRefuse }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reachOf = useReach();
  const { person, role, proposalId } = proposal;
  const name = format.text(person.name);
  return (
    <tr className={proposal.state === 'waiting' ? '' : 'quiet'}>
      {selection && (
        <td>
          {proposal.mayDecide && (
            <Checkbox
              checked={selection.selected.has(proposalId)}
              onChange={() => selection.toggle(proposalId)}
              aria-label={t('proposals.select', { name, role: t(`shell.role.${role}`) })}
            />
          )}
        </td>
      )}
      <td>
        {name}
        <small>{person.staffNumber}</small>
      </td>
      <td>
        {t(`shell.role.${role}`)}
        <small>{reachOf(role, proposal.reach)}</small>
      </td>
      <td>
        {format.text(proposal.proposedBy.name)}
        <small>{format.dateTime(proposal.proposedAt)}</small>
      </td>
      <td>
        {proposal.mayDecide ? (
          <>
            <Button size="small" type="primary" aria-label={`${t('proposals.approve')} ${name}`} onClick={onApprove}>
              {t('proposals.approve')}
            </Button>
            <Button size="small" aria-label={`${t('proposals.refuse')} ${name}`} onClick={onRefuse}>
              {t('proposals.refuse')}
            </Button>
          </>
        ) : (
          <ProposalState proposal={proposal} />
        )}
      </td>
    </tr>
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
