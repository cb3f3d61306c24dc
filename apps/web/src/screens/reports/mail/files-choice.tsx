import type { QualitySettingsView } from '#contracts';
import { Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../../components/admin-page.js';
import { Failed } from '../../../components/failure-note.js';
import { useChangeQualitySettings, useQualitySettings } from '../../../data/disputes.js';

/** Whether a file may leave by mail: for the whole company. */
export function FilesChoice() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  return (
    <section className="admin-section">
      <h2>{t('reportMail.files.title')}</h2>
      <p className="note report-note">{t('reportMail.files.intro')}</p>
      <WhenRead of={settings}>{(read) => <Choice read={read} />}</WhenRead>
    </section>
  );
}

function Choice({ read: { version, settings, maySet } }: { read: QualitySettingsView }) {
  const { t } = useTranslation();
  const id = useId();
  const change = useChangeQualitySettings();
  return (
    <>
      <Field
        label={t('reportMail.files.allow')}
        htmlFor={id}
        {...(!maySet && { hint: t('reportMail.files.companyOnly') })}
      >
        <Switch
          id={id}
          disabled={!maySet}
          loading={change.isPending}
          checked={settings.reports.filesByMail}
          onChange={(filesByMail) => change.mutate({ version, settings: { ...settings, reports: { filesByMail } } })}
        />
      </Field>
      <Failed of={{ error: change.error }} />
    </>
  );
}
