import {
  type ServiceFigures,
  type ServiceReport,
  type ServiceReportBy,
  serviceReportBySchema,
  type WrittenFilters,
} from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { type Column, Dash, DataTable } from '../../components/data-table.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { ViewTabs } from '../../components/tabs.js';
import { Why } from '../../components/why.js';
import { useServiceReport } from '../../data/reports.js';
import { useFormat } from '../../format/use-format.js';
import { RateWords } from './figure-cells.js';
import { ReportFiles } from './groups-section.js';
import { useReportAddress } from './report-period.js';

/** Filters that a call has only once it is recorded, or judged. */
const OF_RECORDED = ['reviewer', 'language', 'direction'] as const;

/** How customers who called were served: also calls that no one answered, and calls without a recording. */
export function ServiceSection() {
  const { t } = useTranslation();
  const { filters: given } = useReportAddress();
  const [by, group] = useState<ServiceReportBy>('service_queue');
  const filters = Object.fromEntries(
    Object.entries(given).filter(([name]) => !OF_RECORDED.some((one) => one === name)),
  ) as WrittenFilters;
  const report = useServiceReport(by, filters);
  return (
    <section className="admin-section">
      <h2>
        {t('reports.service.title')} <Why of="service" name={t('reports.service.title')} />
      </h2>
      <div className="report-tabs">
        <ViewTabs
          name={t('reports.service.by')}
          value={by}
          views={serviceReportBySchema.options.map((value) => ({ value, label: t(`reports.service.group.${value}`) }))}
          onChange={(to: ServiceReportBy) => group(to)}
        />
        <span className="spring" />
        <ReportFiles by={by} filters={filters} />
      </div>
      {OF_RECORDED.some((name) => given[name] !== undefined) && (
        <p className="note report-note">{t('reports.service.filtersLeftOut')}</p>
      )}
      <WhenRead of={report}>{(read) => <ServiceTable by={by} report={read} />}</WhenRead>
    </section>
  );
}

interface Row {
  key: string;
  name: string;
  figures: ServiceFigures;
}

function ServiceTable({ by, report }: { by: ServiceReportBy; report: ServiceReport }) {
  const { t } = useTranslation();
  const { text, number } = useFormat();
  const { total, settings, withoutDirection, leftOut } = report;
  if (total.offered + total.answeredElsewhere === 0) return <p className="note">{t('reports.service.none')}</p>;
  const rows: Row[] = [
    ...report.rows.map(({ key, name, figures }) => ({ key, name: name ? text(name) : key, figures })),
    { key: 'total', name: t('reports.service.total'), figures: total },
  ];
  const count = (figure: CountName): Column<Row> => ({
    name: t(`reports.service.${figure}`),
    number: true,
    cell: ({ figures }) => number(figures[figure]),
  });
  const columns: Column<Row>[] = [
    { name: t(`reports.service.group.${by}`), cell: ({ name }) => name },
    count('offered'),
    count('answered'),
    { name: t('reports.service.inTime'), number: true, cell: ({ figures }) => <Share of={figures.inTime} /> },
    {
      name: t('reports.service.speedOfAnswer'),
      number: true,
      cell: ({ figures }) => <Mean of={figures.speedOfAnswer} />,
    },
    { name: t('reports.service.handleTime'), number: true, cell: ({ figures }) => <Mean of={figures.handleTime} /> },
    count('abandoned'),
    { name: t('reports.service.abandonment'), number: true, cell: ({ figures }) => <Share of={figures.abandonment} /> },
    ...(['shortAbandoned', 'missed', 'unknown', 'answeredElsewhere'] as const).map(count),
  ];
  return (
    <>
      <p className="note report-note">
        {t('reports.service.note', {
          seconds: number(settings.withinSeconds),
          percent: number(settings.targetPercent),
          short: number(settings.shortAbandonSeconds),
        })}
        {withoutDirection > 0 && ` ${t('reports.service.withoutDirection', { count: withoutDirection })}`}
      </p>
      <ScrollPane name={t('reports.service.title')} className="report-scroll">
        <DataTable caption={t('reports.service.title')} columns={columns} rows={rows} keyOf={({ key }) => key} />
      </ScrollPane>
      {leftOut > 0 && <p className="note">{t('reports.leftOut', { count: leftOut })}</p>}
    </>
  );
}

type CountName = 'offered' | 'answered' | 'abandoned' | 'shortAbandoned' | 'missed' | 'unknown' | 'answeredElsewhere';

function Share({ of }: { of: ServiceFigures['inTime'] }) {
  const { percent } = useFormat();
  if (!of) return <Dash />;
  return (
    <>
      {percent(of.n / of.of, 1)}% <RateWords of={of} />
    </>
  );
}

/** The mean, and of how many calls it is known. */
function Mean({ of }: { of: ServiceFigures['handleTime'] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (!of) return <Dash />;
  return (
    <>
      {t('reports.service.seconds', { seconds: number(Math.round(of.seconds)) })}{' '}
      <small>{t('reports.nAlone', { n: number(of.n) })}</small>
    </>
  );
}
