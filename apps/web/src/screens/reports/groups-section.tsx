import { useTranslation } from 'react-i18next';
import { DownloadOutlined, MailOutlined } from '@ant-design/icons';
import {
  metAndMissed,
  itemCountedBy,
  type ItemFigure,
  type ItemReport,
  type ItemReportRow,
  reportsRoutes,
  resultNameOf,
  type ServiceReportBy,
  type WrittenFilters,
} from '#contracts';
import { Link } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { WhenRead } from '../../components/admin-page.js';
import { useCallReport, useItemReport } from '../../data/reports.js';
import { CallGroups } from './call-groups.js';
import { type Column, Dash, DataTable } from '../../components/data-table.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { NotTrustedTag } from '../../components/trust-mark.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { CountedLink, RateWords } from './figure-cells.js';
import { Button } from 'antd';
import { addressOf } from '../../data/api.js';
import { useMay } from '../../data/session.js';
import { type Grouped, GROUPED, useReportAddress } from './report-period.js';

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

const FORMATS = ['csv', 'xlsx', 'pdf'] as const;

/** Saves the table as it is grouped and filtered now. */
export function ReportFiles({ by, filters }: { by: Grouped | ServiceReportBy; filters: WrittenFilters }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay('calls.export');
  if (!may) return null;
  return (
    <span
      className="report-files inline soft"
      role="group"
      aria-label={t('reports.download')}
      title={t('reports.downloadNote')}
    >
      <DownloadOutlined aria-hidden />
      {FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          href={addressOf(reportsRoutes[format], { query: { ...filters, by, exportLanguage: language } })}
          download={`report.${format}`}
        >
          {t(`reports.format.${format}`)}
        </Button>
      ))}
    </span>
  );
}

interface Props {
  by: 'item' | 'clause';
  report: ItemReport;
  filters: WrittenFilters;
}

/** How calls came out at each item of the checklists, or at each clause of the policy. */
function ItemGroups({ by, report: { judged, rows, leftOut }, filters }: Props) {
  const { t } = useTranslation();
  const { text, percent } = useFormat();
  if (!judged) return <p className="note">{t('reports.noScores')}</p>;
  if (rows.length === 0) return <p className="note">{t('reports.none.item')}</p>;
  const titleOf = ({ key, name }: ItemReportRow) => (name ? text(name) : key);
  const counted = (figure: ItemFigure): Column<ItemReportRow> => ({
    name: t(`outcome.${figure}`),
    why: 'itemOutcome',
    number: true,
    cell: ({ key, narrow, figures }) => (
      <CountedLink
        count={figures[figure]}
        of={{ ...filters, ...narrow, ...itemCountedBy(resultNameOf(by, key))[figure] }}
      />
    ),
    by: ({ figures }) => figures[figure],
  });
  const columns: Column<ItemReportRow>[] = [
    {
      name: t(`reports.group.${by}`),
      cell: (row) => (
        <>
          {titleOf(row)} {row.critical && <span className="admin-tag">{t('reports.isCritical')}</span>}
          <NotTrustedTag languages={row.notTrusted} by={row.notTrustedBy} />
          {by === 'item' && <small>{row.detail}</small>}
        </>
      ),
      by: titleOf,
    },
    ...(['met', 'not_met'] as const).map(counted),
    {
      name: t('reports.withoutMiss'),
      why: 'metShare',
      number: true,
      cell: (row) => {
        const { share } = row.figures;
        if (!share) return <Dash />;
        const both = metAndMissed(row);
        return (
          <>
            {percent(share.n / share.of, 1)}% <RateWords of={share} />
            {both > 0 && <small>{t('reports.both', { count: both })}</small>}
          </>
        );
      },
      by: ({ figures: { share } }) => (share ? share.n / share.of : 2),
    },
    ...(rows.some(({ figures }) => figures.told > 0) ? [counted('told')] : []),
    ...(['insufficient', 'not_applicable'] as const).map(counted),
  ];
  return (
    <>
      <p className="note report-note">{t('reports.itemsNote')}</p>
      {rows.some(({ notTrusted }) => notTrusted.length > 0) && (
        <p className="note report-note">{t('reports.notTrustedNote')}</p>
      )}
      <ScrollPane name={t(`reports.title_by.${by}`)} className="report-scroll">
        <DataTable caption={t(`reports.title_by.${by}`)} columns={columns} rows={rows} keyOf={({ key }) => key} />
      </ScrollPane>
      {leftOut > 0 && <p className="note">{t('reports.leftOut', { count: leftOut })}</p>}
    </>
  );
}
