import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Back } from '../../../components/back.js';
import { AdminPage, WhenRead } from '../../../components/admin-page.js';
import { useReportMails } from '../../../data/report-mail.js';
import { useMay } from '../../../data/session.js';
import { FilesChoice } from './files-choice.js';
import { SubscribeDialog } from './subscribe-dialog.js';
import { SubscriptionsTable } from './subscriptions-table.js';
import { reportIn } from './report-address.rules.js';
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
