import type { RetentionSchedule, RetentionSimulation } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { inOrder } from './schedule.rules.js';
import { Why } from '../../components/why.js';

/** Months that are listed; those in which nothing changes are left out. */
const MOST_MONTHS = 12;

/** What a schedule would do: figures, examples of both ways, and how many fall due in each month. What a hold keeps is counted apart. */
export function SimulationPart({
  simulation,
  schedule,
}: {
  simulation: RetentionSimulation;
  schedule: RetentionSchedule;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dueNow } = simulation;
  return (
    <div role="status" className="around-3">
      <h2>
        {t('retention.simulation')} <Why of="retentionTrial" name={t('retention.simulation')} />
      </h2>
      <dl className="retention-figures dense flex wraps gap-6">
        {(['earlier', 'later', 'same', 'dueNow', 'held'] as const).map((figure) => (
          <div key={figure}>
            <dt>{t(`retention.figures.${figure}`)}</dt>
            <dd>{format.number(simulation[figure])}</dd>
          </div>
        ))}
      </dl>
      {dueNow > 0 && <p className="admin-wrong">{t('retention.dueNowWarning', { count: dueNow })}</p>}
      <div className="retention-examples grid gap-6 above-3 measure-wide">
        <Examples way="earlier" of={simulation.examples.earlier} schedule={schedule} />
        <Examples way="later" of={simulation.examples.later} schedule={schedule} />
      </div>
      <Months simulation={simulation} />
    </div>
  );
}

interface ExamplesProps {
  way: 'earlier' | 'later';
  of: RetentionSimulation['examples']['earlier'];
  schedule: RetentionSchedule;
}

function Examples({ way, of: examples, schedule }: ExamplesProps) {
  const { t } = useTranslation();
  const mayRead = useMay('calls.read');
  if (examples.length === 0) return null;
  const order = (written: number) => inOrder(schedule).find((rule) => rule.written === written)?.order;
  return (
    <div>
      <h3>{t(`retention.examples.${way}`)}</h3>
      <ul>
        {examples.map(({ callId, day, before, after, rule, recordings }) => {
          const why = rule === null ? t('retention.byDefault') : t('retention.byRule', { order: order(rule) });
          const never = t('retention.exampleNever');
          const line = t('retention.exampleLine', {
            day,
            before: before ?? never,
            after,
            rule: why,
            recordings: t('retention.recordings', { count: recordings }),
          });
          return (
            <li key={`${callId} ${after}`}>
              {mayRead ? (
                <Link to={`/calls/${callId}`} aria-label={t('retention.openCall', { day })}>
                  {line}
                </Link>
              ) : (
                line
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Months({ simulation: { byMonth } }: { simulation: RetentionSimulation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = byMonth.filter(({ before, after }) => before !== after).slice(0, MOST_MONTHS);
  if (changed.length === 0) return null;
  return (
    <DataTable
      caption={t('retention.months')}
      className="retention-months"
      keepsColumns
      rows={changed}
      keyOf={({ month }) => month}
      columns={[
        { name: t('retention.month'), cell: ({ month }) => month },
        { name: t('retention.before'), cell: ({ before }) => format.number(before) },
        { name: t('retention.after'), cell: ({ after }) => format.number(after) },
      ]}
    />
  );
}
