import type { RecertificationSettings } from '#contracts';
import { InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { TimeField } from '../../components/time-field.js';
import { useSetRecertification } from '../../data/recertification.js';

/** How often it is asked, and from when. */
export function SettingsDialog({ settings, onClose }: { settings: RecertificationSettings; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetRecertification();
  const [on, setOn] = useState(settings.nextOn !== null);
  const [nextOn, setNextOn] = useState(settings.nextOn ?? '');
  const [everyMonths, setEveryMonths] = useState<number | null>(settings.everyMonths);
  const [answerDays, setAnswerDays] = useState<number | null>(settings.answerDays);
  const whole = everyMonths !== null && answerDays !== null && (!on || /^\d{4}-\d{2}-\d{2}$/.test(nextOn.trim()));
  return (
    <ActionDialog
      title={t('recertification.setTitle')}
      okText={t('recertification.save')}
      disabled={!whole}
      keeps
      send={() =>
        set.mutateAsync({ everyMonths: everyMonths!, answerDays: answerDays!, nextOn: on ? nextOn.trim() : null })
      }
      onClose={onClose}
    >
      <div className="recertification-form">
        <label>
          <Switch size="small" checked={on} onChange={setOn} /> {t('recertification.on')}
        </label>
        {on && (
          <Field htmlFor="recertification-next" label={t('recertification.nextOn')}>
            <TimeField id="recertification-next" exactness="day" value={nextOn} onChange={setNextOn} />
          </Field>
        )}
        <Field htmlFor="recertification-months" label={t('recertification.everyMonths')}>
          <InputNumber id="recertification-months" min={1} max={24} value={everyMonths} onChange={setEveryMonths} />
        </Field>
        <Field htmlFor="recertification-days" label={t('recertification.answerDays')}>
          <InputNumber id="recertification-days" min={3} max={90} value={answerDays} onChange={setAnswerDays} />
        </Field>
      </div>
    </ActionDialog>
  );
}
