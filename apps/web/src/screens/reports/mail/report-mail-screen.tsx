import { Button, Switch } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Back } from '../../../components/acts.js';
import { AdminPage, Field, WhenRead } from '../../../components/admin-page.js';
import { useReportMails } from '../../../data/report-mail.js';
import { useMay } from '../../../data/session.js';
import type { QualitySettingsView } from '#contracts';
import { Failed } from '../../../components/failure-note.js';
import { useChangeQualitySettings, useQualitySettings } from '../../../data/disputes.js';
import { SubscribeDialog } from './subscribe-dialog.js';
import { SubscriptionsTable } from './subscriptions-table.js';
import { reportIn } from '../spans.rules.js';
import '../reports.css';

/** Reports that come by mail: one's own and, for those who send them to others, all. */
export function ReportMailScreen() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [reads, sends] = [useMay('reports.read'), useMay('reports.send')];
  const mails = useReportMails();
  const [opened, setOpened] = useState(search.has('by'));
  const close = () => {
    setOpened(false);
    // The dialog is over, and a reload does not bring it back.
    setSearch({}, { replace: true });
  };
  const sets = useMay('quality.settings');
  const acts = (
    <Button type="primary" onClick={() => setOpened(true)}>
      {t('reportMail.new')}
    </Button>
  );
  return (
    <AdminPage
      title={t('reportMail.title')}
      needs={reads ? 'reports.read' : 'reports.send'}
      head={reads && <Back to="/reports">{t('reportMail.toReports')}</Back>}
      acts={acts}
    >
      <section className="admin-section">
        <p className="note report-note">{t('reportMail.intro')}</p>
        <WhenRead of={mails}>
          {(read) => (
            <>
              {!read.mailWorks && <p className="admin-wrong">{t('reportMail.noServer')}</p>}
              {read.mailWorks && !read.hasAddress && <p className="note report-note">{t('reportMail.noAddress')}</p>}
              <SubscriptionsTable items={read.items} filesLeave={read.filesLeave} />
              {opened && (
                <SubscribeDialog
                  report={reportIn(search)}
                  filesLeave={read.filesLeave}
                  may={{ reads, sends }}
                  onClose={close}
                />
              )}
            </>
          )}
        </WhenRead>
      </section>
      {sets && <FilesChoice />}
    </AdminPage>
  );
}

/** Whether a file may leave by mail: for the whole company. */
function FilesChoice() {
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
