import { completenessSettingsSchema, DEFAULT_COMPLETENESS, type CompletenessSettings } from '#contracts';
import { InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useSetCompleteness } from '../../data/completeness.js';

const LIMITS = {
  recordingMinutes: [5, 10_080],
  workMinutes: [15, 10_080],
  toleranceSeconds: [2, 300],
  targetPercent: [50, 100],
  alarmHours: [1, 720],
} as const;
type Name = keyof typeof LIMITS;

/** How long is waited, what counts as another length, the target and the alarm. */
export function SettingsDialog({ settings, onClose }: { settings: CompletenessSettings; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetCompleteness();
  const [typed, setTyped] = useState<Record<Name, number | null>>(settings);
  const change = (name: Name, value: number | null) => setTyped((was) => ({ ...was, [name]: value }));
  const [target, hours] = [settings.targetPercent !== null, settings.alarmHours !== null];
  const [on, setOn] = useState({ targetPercent: target, alarmHours: hours });
  const given = completenessSettingsSchema.safeParse({
    ...typed,
    targetPercent: on.targetPercent ? (typed.targetPercent ?? undefined) : null,
    alarmHours: on.alarmHours ? (typed.alarmHours ?? undefined) : null,
  });
  const number = (name: Name, hint?: string) => (
    <Field htmlFor={`completeness-${name}`} label={t(`completeness.settings.${name}`)} hint={hint}>
      <InputNumber
        id={`completeness-${name}`}
        min={LIMITS[name][0]}
        max={LIMITS[name][1]}
        value={typed[name]}
        onChange={(value) => change(name, value)}
      />
    </Field>
  );
  const optional = (name: 'targetPercent' | 'alarmHours') => (
    <>
      <label>
        <Switch
          size="small"
          checked={on[name]}
          onChange={(to) => {
            setOn((was) => ({ ...was, [name]: to }));
            if (to && typed[name] === null) change(name, DEFAULT_COMPLETENESS[name]);
          }}
        />{' '}
        {t(`completeness.settings.on.${name}`)}
      </label>
      {on[name] && number(name)}
    </>
  );
  return (
    <ActionDialog
      title={t('completeness.setTitle')}
      okText={t('completeness.save')}
      disabled={!given.success}
      keeps
      send={() => set.mutateAsync(given.data!)}
      onClose={onClose}
    >
      <div className="completeness-form">
        {number('recordingMinutes')}
        {number('workMinutes')}
        {number('toleranceSeconds', t('completeness.settings.toleranceHint'))}
        {optional('targetPercent')}
        {optional('alarmHours')}
      </div>
    </ActionDialog>
  );
}
