import { replacementReasonSchema, type DrawnLeg, type ReplacementReason } from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useReplaceDrawn } from '../../data/sampling.js';

/** Has the next call of the same seed take the place of one that cannot be judged. */
export function ReplaceDialog({ leg, onClose }: { leg: DrawnLeg; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const replace = useReplaceDrawn(leg.assignmentId);
  const [reason, setReason] = useState<ReplacementReason | null>(null);
  const [words, setWords] = useTyped(`replace ${leg.callId}`, '');
  const note = words.trim();
  return (
    <ActionDialog
      title={t('sampling.draw.replaceTitle')}
      okText={t('sampling.draw.replace')}
      disabled={reason === null || (reason === 'other' && note === '')}
      keeps
      send={async () => {
        if (reason) await replace.mutateAsync({ reason, ...(note && { note }) });
      }}
      onClose={onClose}
    >
      <p className="admin-hint">{t('sampling.draw.replaceIntro')}</p>
      <Field label={t('sampling.draw.reason')} htmlFor={`${id}reason`}>
        <Select
          id={`${id}reason`}
          value={reason}
          placeholder={t('sampling.draw.choose')}
          onChange={(to) => setReason(to)}
          options={replacementReasonSchema.options.map((value) => ({
            value,
            label: t(`sampling.draw.reasons.${value}`),
          }))}
        />
      </Field>
      <Field label={t('sampling.draw.note')} htmlFor={`${id}note`}>
        <Input.TextArea
          id={`${id}note`}
          rows={2}
          maxLength={500}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
