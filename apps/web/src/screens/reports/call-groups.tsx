import { type CallReport, type CallReportRow, COUNTED_BY, type WrittenFilters } from '#contracts';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { useFormat } from '../../format/use-format.js';
import { IntervalChart } from './chart/chart-part.js';
import { AgentPoints, callsAt, CountedLink, MeanCell, RingsCell } from './figure-cells.js';
import { measured, MEASURED_BY, type Grouped } from './report-period.js';
import { addsUp, standing } from './spans.rules.js';

type By = Exclude<Grouped, 'item' | 'clause'>;

/** Groups of people: they are not put in order by a number that does not tell them apart. */
const PEOPLE: readonly By[] = ['team', 'agent', 'reviewer'];
/** More rows are read in the table. */
const MOST_DRAWN = 40;

export function CallGroups({ by, report, filters }: { by: By; report: CallReport; filters: WrittenFilters }) {
  const { t } = useTranslation();
  const { text, number } = useFormat();
  const { rows, total, leftOut } = report;
  const nameOf = ({ key, name, detail }: CallReportRow) =>
    name ? [text(name), detail].filter(Boolean).join(' ') : key;
  const ofPeople = PEOPLE.includes(by);
  // Of single agents the report has no points: they would count calls that were chosen for their risk.
  const withPoints = total.judged !== null && by !== 'agent' && !total.judged.oneAgent;
  const stand = withPoints ? standing(rows.map(({ figures }) => figures.judged?.points ?? null)) : null;
  const ranks = !ofPeople || stand === 'apart';
  if (rows.length === 0) return <p className="note">{t(`reports.none.${by}`)}</p>;
  const added =
    leftOut === 0
      ? addsUp(
          rows.map(({ figures }) => figures),
          total.calls,
        )
      : null;
  const drawn = withPoints && rows.length <= MOST_DRAWN;
  return (
    <>
      {ofPeople && stand && <p className="note report-note">{t(`reports.${stand}`)}</p>}
      {total.judged && by === 'agent' && (
        <p className="note report-note">
          <AgentPoints />
        </p>
      )}
      <div className={drawn ? 'report-beside report-groups grid at-top gap-6' : ''}>
        <ScrollPane name={t(`reports.title_by.${by}`)} className="report-scroll">
          <DataTable caption={t(`reports.title_by.${by}`)} columns={columnsOf()} rows={rows} keyOf={({ key }) => key} />
        </ScrollPane>
        {drawn && (
          <IntervalChart
            says={t('reports.chartOfPoints')}
            lies
            unit="percent"
            points={rows.map((row) => ({
              label: nameOf(row),
              ...measured('points', row.figures),
              address: callsAt({ ...filters, ...row.narrow, ...MEASURED_BY.points }),
            }))}
          />
        )}
      </div>
      {added && (
        <p className="note">{t(`reports.${added.to}`, { sum: number(added.sum), total: number(total.calls) })}</p>
      )}
      {leftOut > 0 && <p className="note">{t('reports.leftOut', { count: leftOut })}</p>}
    </>
  );

  function columnsOf(): Column<CallReportRow>[] {
    const of = (row: CallReportRow) => ({ ...filters, ...row.narrow });
    const counted = (figure: 'scored' | 'critical' | 'abstained'): Column<CallReportRow> => ({
      name: t(`reports.${figure}`),
      why: figure,
      number: true,
      cell: (row) =>
        row.figures.judged && (
          <CountedLink count={row.figures.judged[figure]} of={{ ...of(row), ...COUNTED_BY[figure] }} />
        ),
      // How often calls failed, or were left open, has no interval: it puts people in no order. How many were scored says nothing of them.
      ...((!ofPeople || figure === 'scored') && {
        by: ({ figures }: CallReportRow) => figures.judged?.[figure] ?? 0,
      }),
    });
    return [
      { name: t(`reports.group.${by}`), cell: nameOf, by: nameOf },
      {
        name: t('reports.calls'),
        why: 'calls',
        number: true,
        cell: (row) => <CountedLink count={row.figures.calls} of={of(row)} />,
        by: ({ figures }) => figures.calls,
      },
      {
        name: t('reports.rings'),
        why: 'rings',
        number: true,
        cell: (row) => <RingsCell of={row.figures.rings} filters={of(row)} />,
      },
      ...(total.judged
        ? [
            counted('scored'),
            ...(withPoints
              ? [
                  {
                    name: t('reports.points'),
                    why: 'meanPoints' as const,
                    number: true,
                    cell: (row: CallReportRow) => <MeanCell of={row.figures.judged} filters={of(row)} />,
                    ...(ranks && { by: ({ figures }: CallReportRow) => figures.judged?.points?.mean ?? -1 }),
                  },
                ]
              : []),
            counted('critical'),
            counted('abstained'),
          ]
        : []),
    ];
  }
}
