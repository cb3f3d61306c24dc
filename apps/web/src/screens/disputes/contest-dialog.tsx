import { disputeReasonSchema, type DisputeReason, type Outcome } from '#contracts';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useFileDispute } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';
import type { ContestProps } from './contest-props.js';

const RESULTS = ['met', 'not_met', 'not_applicable'] as const satisfies readonly Outcome[];

/** An agent says what a result should be, why, and where to listen. */
export function ContestDialog({ callId, card, item, atMs, onClose }: ContestProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const file = useFileDispute(callId);
  const others = RESULTS.filter((one) => one !== item.outcome);
  const [wanted, setWanted] = useTyped(`contest ${item.itemId} result`, others[0]!);
  const [reason, setReason] = useTyped<DisputeReason | null>(`contest ${item.itemId} reason`, null);
  const [note, setNote] = useTyped(`contest ${item.itemId} note`, '');
  const [points, setPoints] = useState(true);
  const [wantedId, reasonId, noteId] = [useId(), useId(), useId()];
  const said = note.trim();
  return (
    <ActionDialog
      title={t('disputes.contest.title', { item: format.text(item.title) })}
      okText={t('disputes.contest.send')}
      disabled={reason === null || (reason === 'other' && said === '')}
      keeps
      send={async () => {
        if (reason === null) return;
        const { scorecardId: basedOn, legId, checklist } = card;
        const named = { legId, checklistId: checklist.id, itemId: item.itemId, basedOn };
        const at = points ? { atMs: Math.round(atMs) } : {};
        await file.mutateAsync({ ...named, wanted, reason, ...at, ...(said && { note: said }) });
      }}
      onClose={onClose}
    >
      <Field label={t('disputes.contest.wanted')} htmlFor={wantedId}>
        <Select
          id={wantedId}
          value={wanted}
          onChange={setWanted}
          options={others.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Field>
      <Field label={t('disputes.contest.reason')} htmlFor={reasonId}>
        <Select
          id={reasonId}
          value={reason}
          placeholder={t('disputes.contest.choose')}
          onChange={setReason}
          options={disputeReasonSchema.options.map((value) => ({ value, label: t(`disputes.reason.${value}`) }))}
        />
      </Field>
      <Field label={t('disputes.contest.note')} htmlFor={noteId} hint={t('disputes.contest.noteHint')}>
        <Input.TextArea
          id={noteId}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      <Checkbox checked={points} onChange={({ target }) => setPoints(target.checked)}>
        {t('disputes.contest.at', { at: format.clock(atMs) })}
      </Checkbox>
    </ActionDialog>
  );
}
