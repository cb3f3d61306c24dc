import { DECISION_REASONS, type DecisionReason, type DisputeView, type Outcome } from '#contracts';
import { Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useDecideDispute } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';

const RESULTS = ['met', 'not_met', 'not_applicable'] as const satisfies readonly Outcome[];

/** Granting it changes the contested result; a review may have done so already, and then the decision confirms that. */
const resultsFor = ({ was }: DisputeView) => RESULTS.filter((one) => one !== was);

/** Grants a dispute with a new result, or keeps the result and says why. */
export function DecideDialog({ dispute, onClose }: { dispute: DisputeView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecideDispute(dispute);
  const [answer, setAnswer] = useTyped<Answer>(`decide ${dispute.disputeId}`, {
    ...{ decision: null, reason: null, note: '' },
    outcome: resultsFor(dispute).find((one) => one === dispute.wanted) ?? 'met',
  });
  const { decision, reason, outcome } = answer;
  // As it was on the screen when the dialog opened: the server says where it changed since.
  const [{ stage, now }] = useState(dispute);
  const note = answer.note.trim();
  const needsNote = decision === 'kept' || reason === 'other';
  return (
    <ActionDialog
      title={t('disputes.decide.title', { item: format.text(dispute.title) })}
      okText={t('disputes.decide.send')}
      disabled={decision === null || reason === null || (needsNote && note === '')}
      keeps
      send={async () => {
        if (decision === null || reason === null) return;
        const result = decision === 'granted' ? { outcome } : {};
        const basedOn = now.scorecardId;
        await decide.mutateAsync({ stage, basedOn, decision, reason, ...result, ...(note && { note }) });
      }}
      onClose={onClose}
    >
      <Fields results={resultsFor(dispute)} answer={answer} onChange={(part) => setAnswer({ ...answer, ...part })} />
    </ActionDialog>
  );
}

interface Answer {
  decision: 'granted' | 'kept' | null;
  outcome: (typeof RESULTS)[number];
  reason: DecisionReason | null;
  note: string;
}

interface FieldsProps {
  /** What granting it can make of the item. */
  results: readonly Answer['outcome'][];
  answer: Answer;
  onChange: (part: Partial<Answer>) => void;
}

function Fields({ results, answer: { decision, outcome, reason, note }, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <Field label={t('disputes.decide.decision')} htmlFor={`${id}-decision`}>
        <Segmented
          id={`${id}-decision`}
          value={decision ?? ''}
          aria-label={t('disputes.decide.decision')}
          onChange={(to) => onChange({ decision: to === 'granted' ? 'granted' : 'kept', reason: null })}
          options={(['granted', 'kept'] as const).map((value) => ({ value, label: t(`disputes.decide.${value}`) }))}
        />
      </Field>
      {decision === 'granted' && (
        <Field label={t('disputes.decide.outcome')} htmlFor={`${id}-outcome`} hint={t('disputes.decide.counts')}>
          <Select
            id={`${id}-outcome`}
            value={outcome}
            onChange={(to) => onChange({ outcome: to })}
            options={results.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
        </Field>
      )}
      <Field label={t('disputes.decide.reason')} htmlFor={`${id}-reason`}>
        <Select
          id={`${id}-reason`}
          value={reason}
          disabled={decision === null}
          placeholder={t('disputes.contest.choose')}
          onChange={(to) => onChange({ reason: to })}
          options={(decision ? DECISION_REASONS[decision] : []).map((value) => ({
            value,
            label: t(`disputes.decision.${value}`),
          }))}
        />
      </Field>
      <Field label={t('disputes.decide.note')} htmlFor={`${id}-note`} hint={t('disputes.decide.noteHint')}>
        <Input.TextArea
          id={`${id}-note`}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </Field>
    </>
  );
}
