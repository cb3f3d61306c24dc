import type { CoachingMoment } from '#contracts';
import { Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useChangeMoment } from '../../data/coaching.js';

interface Props {
  sessionId: string;
  moment: CoachingMoment;
  onClose: () => void;
}

const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 100) / 10);
const milliseconds = (value: number | null) => (value === null ? null : Math.round(value * 1000));

/** Changes the stretch and what is said of it. */
export function MomentDialog({ sessionId, moment, onClose }: Props) {
  const { t } = useTranslation();
  const change = useChangeMoment(sessionId, moment.momentId);
  const [[from, to], setStretch] = useState([seconds(moment.fromMs), seconds(moment.toMs)]);
  const [note, setNote] = useTyped(`moment ${moment.momentId}`, moment.note ?? '');
  const id = useId();
  return (
    <ActionDialog
      title={t('coachingPage.moments.editTitle')}
      okText={t('coachingPage.moments.save')}
      disabled={(from === null) !== (to === null)}
      keeps
      send={() => change.mutateAsync({ fromMs: milliseconds(from), toMs: milliseconds(to), note: note.trim() || null })}
      onClose={onClose}
    >
      <Field label={t('coachingPage.moments.from')} htmlFor={`${id}-from`}>
        <InputNumber id={`${id}-from`} min={0} step={0.5} value={from} onChange={(value) => setStretch([value, to])} />
      </Field>
      <Field label={t('coachingPage.moments.to')} htmlFor={`${id}-to`}>
        <InputNumber
          id={`${id}-to`}
          min={from ?? 0}
          step={0.5}
          value={to}
          onChange={(value) => setStretch([from, value])}
        />
      </Field>
      <Field label={t('coachingPage.moments.note')} htmlFor={`${id}-note`}>
        <Input.TextArea
          id={`${id}-note`}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
