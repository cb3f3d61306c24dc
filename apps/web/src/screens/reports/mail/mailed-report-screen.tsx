import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { AdminPage, WhenRead } from '../../../components/admin-page.js';
import { useReportMails } from '../../../data/report-mail.js';

/** Where the link of a narrowed report leads: the mail names none of its filters, so that they are put to its address here. */
export function MailedReportScreen() {
  const { t } = useTranslation();
  const { subscriptionId } = useParams();
  const [search] = useSearchParams();
  const mails = useReportMails();
  return (
    <AdminPage title={t('reportMail.title')} needs="reports.read">
      <WhenRead of={mails}>
        {({ items }) => {
          const filters = items.find((one) => one.subscriptionId === subscriptionId)?.filters;
          const asked = new URLSearchParams({ ...filters, ...Object.fromEntries(search) });
          if (filters) return <Navigate to={`/reports?${asked.toString()}`} replace />;
          return (
            <p className="note">
              {t('reportMail.ended')} <Link to={`/reports?${asked.toString()}`}>{t('reportMail.openAll')}</Link>
            </p>
          );
        }}
      </WhenRead>
    </AdminPage>
  );
}
