import { useTranslation } from 'react-i18next';
import { type ProgressBy, progressBySchema } from '#contracts';
import { useState } from 'react';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useMay } from '../../data/session.js';
import { LiveSign } from '../calls/list-states.js';
import { GroupsSection } from './groups-section.js';
import { HoursSection } from './hours-section.js';
import { PeriodFigures, useReportAddress } from './report-period.js';
import { Segmented } from 'antd';
import { DayChoice } from '../../components/day-choice.js';
import { SeveralFilter } from '../calls/filter-controls.js';
import { useChoices } from '../calls/use-choices.js';
import { SPANS } from './spans.rules.js';
import { ServiceSection } from './service-section.js';
import { TrendSection } from './trend-section.js';
import { QualityNumbers } from '../../components/quality-numbers.js';
import { useQualitySettings } from '../../data/disputes.js';
import { Why } from '../../components/why.js';
import { ViewTabs } from '../../components/tabs.js';
import { useProgress } from '../../data/progress.js';
import { ProgressTable } from './progress/progress-table.js';
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
        {(read) => (
          <QualityNumbers section="service" className="report-alerts grid gap-3" {...{ read, numbers, words }} />
        )}
      </WhenRead>
    </section>
  );
}

/** From where on a team's day is told to its supervisors and quality managers. */
function AlertLines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  const words = {
    save: t('reports.alerts.save'),
    saved: t('reports.alerts.saved'),
    companyOnly: t('reports.alerts.companyOnly'),
  };
  const empty = t('reports.alerts.none');
  const numbers = [
    { name: 'criticalOfTeam', label: t('reports.alerts.criticalOfTeam'), most: 10_000, empty },
    { name: 'ringsPercent', label: t('reports.alerts.ringsPercent'), most: 100, empty },
    { name: 'leastCalls', label: t('reports.alerts.leastCalls'), most: 10_000 },
  ];
  return (
    <section className="admin-section">
      <h2>
        {t('reports.alerts.title')} <Why of="alertLines" name={t('reports.alerts.title')} />
      </h2>
      <p className="note report-note">{t('reports.alerts.intro')}</p>
      <WhenRead of={settings}>
        {(read) => (
          <QualityNumbers section="alerts" className="report-alerts grid gap-3" {...{ read, numbers, words }} />
        )}
      </WhenRead>
    </section>
  );
}

/** How far reviews of drawn calls are, of draws whose period ended within the report's. */
function ProgressSection() {
  const { t } = useTranslation();
  const { days } = useReportAddress();
  const [by, setBy] = useState<ProgressBy>('plan');
  const progress = useProgress(by, days);
  return (
    <section className="admin-section" id="progress">
      <h2>
        {t('progress.title')} <Why of="progress" name={t('progress.title')} />
      </h2>
      <div className="report-tabs">
        <ViewTabs
          name={t('progress.by')}
          value={by}
          views={progressBySchema.options.map((value) => ({ value, label: t(`progress.group.${value}`) }))}
          onChange={setBy}
        />
      </div>
      <p className="note report-note">{t('progress.note', { from: days.from, to: days.to })}</p>
      <WhenRead of={progress}>{(read) => <ProgressTable by={by} progress={read} days={days} />}</WhenRead>
    </section>
  );
}

const FILTERS = ['team', 'client', 'agent', 'queue', 'language', 'direction'] as const;

/** Which calls are counted; all of it is in the address. */
function ReportFilters() {
  const { t } = useTranslation();
  const { span, choose } = useReportAddress();
  const { choices, searchAgents } = useChoices();
  const spans = SPANS.map((value) => ({ value: value as string, label: t(`reports.span.${value}`) }));
  return (
    <div className="report-filters" role="group" aria-label={t('calls.filters.label')}>
      <Segmented
        aria-label={t('reports.period')}
        value={span ?? ''}
        options={spans}
        onChange={(to) => choose(to as (typeof SPANS)[number])}
      />
      <AnyDays />
      {FILTERS.map((name) => (
        <SeveralFilter
          key={name}
          name={name}
          choices={choices[name] ?? []}
          {...(name === 'agent' && { onSearch: searchAgents })}
        />
      ))}
    </div>
  );
}

/** Any first and last day. A period that would end before it begins is that one day: the other end comes along. */
function AnyDays() {
  const { t } = useTranslation();
  const { days, chooseDays } = useReportAddress();
  const field = (end: 'from' | 'to') => (
    <DayChoice
      name={t(`calls.filter.${end}`)}
      value={days[end]}
      onChange={(day) => {
        if (day === undefined) return;
        const chosen = { ...days, [end]: day };
        chooseDays(chosen.from > chosen.to ? { from: day, to: day } : chosen);
      }}
    />
  );
  return (
    <span className="filter-date inline wraps" role="group" aria-label={t('calls.filter.date')}>
      {field('from')}
      <i className="faint" aria-hidden>
        –
      </i>
      {field('to')}
    </span>
  );
}
