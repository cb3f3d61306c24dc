import { useTranslation } from 'react-i18next';
import { MailOutlined } from '@ant-design/icons';
import type { WrittenFilters } from '#contracts';
import { Link } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { WhenRead } from '../../components/admin-page.js';
import { useCallReport, useItemReport } from '../../data/reports.js';
import { CallGroups } from './call-groups.js';
import { ItemGroups } from './item-groups.js';
import { ReportFiles } from './report-files.js';
import { GROUPED, type Grouped, useReportAddress } from './use-report-address.js';

/** The period by team, person, queue, client, item or clause. */
export function GroupsSection() {
  const { t } = useTranslation();
  const { by, group, filters } = useReportAddress();
  return (
    <section className="admin-section">
      <h2>{t(`reports.title_by.${by}`)}</h2>
      <div className="report-tabs">
        <ViewTabs
          name={t('reports.by')}
          value={by}
          views={GROUPED.map((value) => ({ value, label: t(`reports.group.${value}`) }))}
          onChange={(to: Grouped) => group(to)}
        />
        <span className="spring" />
        <MailLink by={by} filters={filters} />
        <ReportFiles by={by} filters={filters} />
      </div>
      {by === 'item' || by === 'clause' ? <Items by={by} /> : <Calls by={by} />}
    </section>
  );
}

function Calls({ by }: { by: Exclude<Grouped, 'item' | 'clause'> }) {
  const { filters } = useReportAddress();
  const report = useCallReport(by, filters);
  return <WhenRead of={report}>{(read) => <CallGroups by={by} report={read} filters={filters} />}</WhenRead>;
}

function Items({ by }: { by: 'item' | 'clause' }) {
  const { filters } = useReportAddress();
  const report = useItemReport(by, filters);
  return <WhenRead of={report}>{(read) => <ItemGroups by={by} report={read} filters={filters} />}</WhenRead>;
}

/** Leads to where this report, as it is grouped and filtered now, is subscribed by mail. */
function MailLink({ by, filters: { from: _, to: _to, ...filters } }: { by: Grouped; filters: WrittenFilters }) {
  const { t } = useTranslation();
  return (
    <Link to={`/reports/mail?${new URLSearchParams({ ...filters, by }).toString()}`}>
      <MailOutlined aria-hidden /> {t('reportMail.open')}
    </Link>
  );
}
