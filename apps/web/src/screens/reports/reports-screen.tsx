import { useTranslation } from 'react-i18next';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useMay } from '../../data/session.js';
import { LiveSign } from '../calls/list-states.js';
import { AlertLines } from './alert-lines.js';
import { GroupsSection } from './groups-section.js';
import { HoursSection } from './hours-section.js';
import { ProgressSection } from './progress/progress-section.js';
import { PeriodFigures } from './period-figures.js';
import { ReportFilters } from './report-filters.js';
import { ServiceSection } from './service-section.js';
import { TrendSection } from './trend-section.js';
import { QualityNumbers } from '../../components/quality-numbers.js';
import { useQualitySettings } from '../../data/disputes.js';
import '../calls/calls.css';
import '../calls/filters.css';
import './reports.css';

/** What the list of calls holds, counted: each number opens the calls that it counts. */
export function ReportsScreen() {
  const { t } = useTranslation();
  const [sets, progress] = [useMay('quality.settings'), useMay('sampling.progress')];
  return (
    <AdminPage title={t('reports.title')} needs="reports.read" head={<LiveSign />}>
      <ReportFilters />
      <PeriodFigures />
      <GroupsSection />
      <TrendSection />
      <HoursSection />
      <ServiceSection />
      {progress && <ProgressSection />}
      {sets && <ServiceLines />}
      {sets && <AlertLines />}
    </AdminPage>
  );
}

/** By what a call is counted as answered in time, or as abandoned; those who may not set it read it above the table. */
function ServiceLines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  if (settings.data && !settings.data.maySet) return null;
  const words = {
    save: t('reports.service.lines.save'),
    saved: t('reports.service.lines.saved'),
    companyOnly: t('reports.alerts.companyOnly'),
  };
  const numbers = [
    { name: 'withinSeconds', label: t('reports.service.lines.withinSeconds'), most: 3_600 },
    { name: 'targetPercent', label: t('reports.service.lines.targetPercent'), most: 100 },
    { name: 'shortAbandonSeconds', label: t('reports.service.lines.shortAbandonSeconds'), most: 600 },
  ];
  return (
    <section className="admin-section">
      <h2>{t('reports.service.lines.title')}</h2>
      <p className="note report-note">{t('reports.service.lines.intro')}</p>
      <WhenRead of={settings}>
        {(read) => <QualityNumbers section="service" className="report-alerts" {...{ read, numbers, words }} />}
      </WhenRead>
    </section>
  );
}
