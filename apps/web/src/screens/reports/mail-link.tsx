import { MailOutlined } from '@ant-design/icons';
import type { WrittenFilters } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Grouped } from './use-report-address.js';

/** Leads to where this report, as it is grouped and filtered now, is subscribed by mail. */
export function MailLink({ by, filters: { from: _, to: _to, ...filters } }: { by: Grouped; filters: WrittenFilters }) {
  const { t } = useTranslation();
  return (
    <Link to={`/reports/mail?${new URLSearchParams({ ...filters, by }).toString()}`}>
      <MailOutlined aria-hidden /> {t('reportMail.open')}
    </Link>
  );
}
