import {
  DECISION_REASONS,
  disputeEscalationSchema,
  newDisputeDecisionSchema,
  newDisputeSchema,
  type DisputeView,
  type Outcome,
  type ScorecardItem,
} from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/dialogs.js';
import { useDecideDispute, useEscalateDispute, useFileDispute } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';

const RESULTS = ['met', 'not_met', 'not_applicable'] as const satisfies readonly Outcome[];

export interface ContestProps {
  callId: string;
  card: { scorecardId: string; legId: string; checklist: { id: string } };
  item: ScorecardItem;
  /** Where the player is, in milliseconds. */
  atMs: number;
  onClose: () => void;
}

/** An agent says what a result should be, why, and where to listen. */
export function ContestDialog({ callId, card, item, atMs, onClose }: ContestProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const file = useFileDispute(callId);
  const others = RESULTS.filter((one) => one !== item.outcome);
  const { scorecardId: basedOn, legId, checklist } = card;
  return (
    <FormDialog
      title={t('disputes.contest.title', { item: format.text(item.title) })}
      okText={t('disputes.contest.send')}
      keeps
      name={`contest ${item.itemId}`}
      body={newDisputeSchema}
      start={{ wanted: others[0]!, atMs: Math.round(atMs) }}
      beside={({ atMs: at }) => ({
        legId,
        checklistId: checklist.id,
        itemId: item.itemId,
        basedOn,
        // Where the player is now, as the tick says, also where the form was set aside.
        ...(at !== null && { atMs: Math.round(atMs) }),
      })}
      fields={[
        {
          of: 'wanted',
          label: t('disputes.contest.wanted'),
          options: others.map((value) => ({ value, label: t(`outcome.${value}`) })),
        },
        {
          of: 'reason',
          label: t('disputes.contest.reason'),
          placeholder: t('disputes.contest.choose'),
          words: (value) => t(`disputes.reason.${value}`),
        },
        { of: 'note', as: 'lines', label: t('disputes.contest.note'), hint: t('disputes.contest.noteHint') },
        {
          of: 'atMs',
          as: 'tick',
          whenOn: Math.round(atMs),
          label: t('disputes.contest.at', { at: format.clock(atMs) }),
        },
      ]}
      send={file.mutateAsync}
      onClose={onClose}
    />
  );
}

/** Granting it changes the contested result; a review may have done so already, and then the decision confirms that. */
const resultsFor = ({ was }: DisputeView) => RESULTS.filter((one) => one !== was);

interface Props {
  dispute: DisputeView;
  onClose: () => void;
}

/** Grants a dispute with a new result, or keeps the result and says why. */
export function DecideDialog({ dispute, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecideDispute(dispute);
  // As it was on the screen when the dialog opened: the server says where it changed since.
  const [{ stage, now }] = useState(dispute);
  return (
    <FormDialog
      title={t('disputes.decide.title', { item: format.text(dispute.title) })}
      okText={t('disputes.decide.send')}
      keeps
      name={`decide ${dispute.disputeId}`}
      body={newDisputeDecisionSchema}
      start={{ outcome: resultsFor(dispute).find((one) => one === dispute.wanted) ?? 'met' }}
      beside={{ stage, basedOn: now.scorecardId }}
      fields={({ decision }) => [
        {
          of: 'decision',
          as: 'segments',
          label: t('disputes.decide.decision'),
          words: (value) => t(`disputes.decide.${value}`),
          also: () => ({ reason: null }),
        },
        decision === 'granted' && {
          of: 'outcome',
          label: t('disputes.decide.outcome'),
          hint: t('disputes.decide.counts'),
          options: resultsFor(dispute).map((value) => ({ value, label: t(`outcome.${value}`) })),
        },
        {
          of: 'reason',
          label: t('disputes.decide.reason'),
          placeholder: t('disputes.contest.choose'),
          control: { disabled: decision === null },
          options: (decision ? DECISION_REASONS[decision] : []).map((value) => ({
            value,
            label: t(`disputes.decision.${value}`),
          })),
        },
        { of: 'note', as: 'lines', label: t('disputes.decide.note'), hint: t('disputes.decide.noteHint') },
      ]}
      send={decide.mutateAsync}
      onClose={onClose}
    />
  );
}

/** Takes a dispute on to a quality manager; the agent may add something. */
export function EscalateDialog({ dispute, onClose }: Props) {
  const { t } = useTranslation();
  const escalate = useEscalateDispute(dispute);
  return (
    <FormDialog
      title={t('disputes.escalate.title')}
      okText={t('disputes.escalate.send')}
      name={`escalate ${dispute.disputeId}`}
      body={disputeEscalationSchema}
      fields={[
        {
          of: 'note',
          as: 'lines',
          label: t('disputes.escalate.note'),
          hint: t('disputes.escalate.noteHint'),
          first: true,
        },
      ]}
      send={escalate.mutateAsync}
      onClose={onClose}
    />
  );
}
