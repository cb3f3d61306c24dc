import { useTranslation } from 'react-i18next';
import { ViewTabs } from '../../components/tabs.js';
import { WhenRead } from '../../components/admin-page.js';
import { useCallReport, useItemReport } from '../../data/reports.js';
import { CallGroups } from './call-groups.js';
import { ItemGroups } from './item-groups.js';
import { MailLink } from './mail-link.js';
import { ReportFiles } from './report-files.js';
import { GROUPED, useReportAddress, type Grouped } from './use-report-address.js';

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
