import { retractionReasonSchema, type RetractionReason, type ScorecardView } from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../../data/use-typed.js';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { Select } from '../../../components/opened/select.js';
import { useRetractReview } from '../../../data/reviews.js';
import { useCallPage } from '../call-page.js';

/** Takes a published review back, with a reason. */
export function RetractDialog({ card, onClose }: { card: ScorecardView; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { call, chooseCard } = useCallPage();
  const retract = useRetractReview(call.callId, card.scorecardId);
  const [reason, setReason] = useState<RetractionReason | null>(null);
  const [note, setNote] = useTyped(`retract ${card.scorecardId}`, '');
  const complete = reason !== null && (reason !== 'other' || note.trim() !== '');
  return (
    <ActionDialog
      title={t('retract.title')}
      okText={t('retract.ok')}
      danger
      disabled={!complete}
      keeps
      send={async () => {
        if (reason === null) return;
        await retract.mutateAsync({ reason, ...(note.trim() !== '' && { note }) });
        chooseCard(null);
      }}
      onClose={onClose}
    >
      <p className="admin-hint">{t('retract.intro')}</p>
      <Field label={t('retract.reason')} htmlFor={`${id}reason`}>
        <Select
          id={`${id}reason`}
          value={reason}
          placeholder={t('judge.reasonPlaceholder')}
          onChange={(to) => setReason(to)}
          options={retractionReasonSchema.options.map((value) => ({ value, label: t(`retract.reasons.${value}`) }))}
        />
      </Field>
      <Field label={t('judge.note')} htmlFor={`${id}note`}>
        <Input.TextArea
          id={`${id}note`}
          rows={3}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
