import { recertificationSettingsSchema, type RecertificationSettings } from '#contracts';
import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/dialogs.js';
import { useSetRecertification } from '../../data/recertification.js';

/** How often it is asked, and from when. */
export function SettingsDialog({ settings, onClose }: { settings: RecertificationSettings; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetRecertification();
  const [on, setOn] = useState(settings.nextOn !== null);
  return (
    <FormDialog
      title={t('recertification.setTitle')}
      okText={t('recertification.save')}
      keeps
      body={recertificationSettingsSchema}
      start={{ ...settings, nextOn: settings.nextOn ?? '' }}
      fields={[
        <label>
          <Switch size="small" checked={on} onChange={setOn} /> {t('recertification.on')}
        </label>,
        on && { of: 'nextOn', label: t('recertification.nextOn') },
        { of: 'everyMonths', label: t('recertification.everyMonths') },
        { of: 'answerDays', label: t('recertification.answerDays') },
      ]}
      {...(!on && { beside: { nextOn: null } })}
      disabled={({ nextOn }) => on && nextOn.trim() === ''}
      send={set.mutateAsync}
      onClose={onClose}
    />
  );
}
