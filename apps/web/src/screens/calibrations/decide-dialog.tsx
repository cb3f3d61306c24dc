import { outcomeSchema, type CalibrationItem, type Outcome } from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useDecideCalibration } from '../../data/calibrations.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  calibrationId: string;
  item: CalibrationItem;
  onClose: () => void;
}

/** What is right for an item, and why: the reference from then on. */
export function DecideDialog({ calibrationId, item, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecideCalibration(calibrationId);
  const [outcome, setOutcome] = useState<Outcome | null>(item.decision?.outcome ?? null);
  const [note, setNote] = useTyped(`decide ${item.itemId}`, item.decision?.note ?? '');
  const id = useId();
  return (
    <ActionDialog
      title={t('calibrations.decide.title', { item: format.text(item.title) })}
      okText={t('calibrations.decide.ok')}
      disabled={outcome === null || note.trim() === ''}
      keeps
      send={async () => {
        if (outcome === null) return;
        await decide.mutateAsync({ itemId: item.itemId, outcome, note: note.trim() });
      }}
      onClose={onClose}
    >
      <Field label={t('calibrations.decide.outcome')} htmlFor={`${id}o`}>
        <Select
          id={`${id}o`}
          value={outcome}
          placeholder={t('calibrations.create.choose')}
          onChange={setOutcome}
          options={outcomeSchema.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Field>
      <Field label={t('calibrations.decide.note')} htmlFor={`${id}n`} hint={t('calibrations.decide.noteHint')}>
        <Input.TextArea
          id={`${id}n`}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
