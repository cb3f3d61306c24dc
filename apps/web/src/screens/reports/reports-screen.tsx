import { useTranslation } from 'react-i18next';
import { AdminPage } from '../../components/admin-page.js';
import { useMay } from '../../data/session.js';
import { LiveSign } from '../calls/live-sign.js';
import { AlertLines } from './alert-lines.js';
import { GroupsSection } from './groups-section.js';
import { HoursSection } from './hours-section.js';
import { ProgressSection } from './progress/progress-section.js';
import { PeriodFigures } from './period-figures.js';
import { ReportFilters } from './report-filters.js';
import { ServiceLines } from './service-lines.js';
import { ServiceSection } from './service-section.js';
import { TrendSection } from './trend-section.js';
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
