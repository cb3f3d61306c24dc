import {
  completenessSettingsSchema,
  DEFAULT_COMPLETENESS,
  newGapAcceptanceSchema,
  type CompletenessSettings,
} from '#contracts';
import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/dialogs.js';
import { useAskGap, useSetCompleteness } from '../../data/completeness.js';

/** Asks why a gap is accepted as it is; another person agrees. */
export function AcceptDialog({ gapId, onClose }: { gapId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const ask = useAskGap();
  return (
    <FormDialog
      title={t('completeness.acceptTitle')}
      okText={t('completeness.acceptOk')}
      body={newGapAcceptanceSchema}
      fields={[
        <p>{t('completeness.acceptIntro')}</p>,
        {
          of: 'reason',
          as: 'radios',
          label: t('completeness.acceptWhy'),
          words: (value) => t(`completeness.reason.${value}`),
        },
        { of: 'note', as: 'lines', label: t('completeness.acceptNote'), rows: 2 },
      ]}
      send={(body) => ask.mutateAsync({ gapId, ...body })}
      onClose={onClose}
    />
  );
}

/** How long is waited, what counts as another length, the target and the alarm. */
export function SettingsDialog({ settings, onClose }: { settings: CompletenessSettings; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetCompleteness();
  const [on, setOn] = useState({
    targetPercent: settings.targetPercent !== null,
    alarmHours: settings.alarmHours !== null,
  });
  const number = (of: keyof CompletenessSettings, hint?: string) => ({
    of,
    label: t(`completeness.settings.${of}`),
    hint,
  });
  return (
    <FormDialog
      title={t('completeness.setTitle')}
      okText={t('completeness.save')}
      keeps
      body={completenessSettingsSchema}
      start={settings}
      beside={({ targetPercent, alarmHours }) => ({
        targetPercent: on.targetPercent ? (targetPercent ?? undefined!) : null,
        alarmHours: on.alarmHours ? (alarmHours ?? undefined!) : null,
      })}
      fields={(typed, change) => {
        const optional = (of: 'targetPercent' | 'alarmHours') => [
          <label>
            <Switch
              size="small"
              checked={on[of]}
              onChange={(to) => {
                setOn((was) => ({ ...was, [of]: to }));
                if (to && typed[of] === null) change({ [of]: DEFAULT_COMPLETENESS[of] });
              }}
            />{' '}
            {t(`completeness.settings.on.${of}`)}
          </label>,
          on[of] && number(of),
        ];
        return [
          number('recordingMinutes'),
          number('workMinutes'),
          number('toleranceSeconds', t('completeness.settings.toleranceHint')),
          ...optional('targetPercent'),
          ...optional('alarmHours'),
        ];
      }}
      send={set.mutateAsync}
      onClose={onClose}
    />
  );
}
