import {
  itemCountedBy,
  type ItemFigure,
  type ItemReport,
  type ItemReportRow,
  resultNameOf,
  type WrittenFilters,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { type Column, Dash, DataTable } from '../../components/data-table.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { NotTrustedTag } from '../../components/trust-mark.js';
import { useFormat } from '../../format/use-format.js';
import { CountedLink, RateWords } from './figure-cells.js';

interface Props {
  by: 'item' | 'clause';
  report: ItemReport;
  filters: WrittenFilters;
}

/** How calls came out at each item of the checklists, or at each clause of the policy. */
export function ItemGroups({ by, report: { judged, rows, leftOut }, filters }: Props) {
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
          <NotTrustedTag languages={row.notTrusted} />
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
      cell: ({ figures: { share } }) =>
        share ? (
          <>
            {percent(share.n / share.of, 1)}% <RateWords of={share} />
          </>
        ) : (
          <Dash />
        ),
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
