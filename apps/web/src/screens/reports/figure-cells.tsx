import { COUNTED_BY, type Rate, type ReportFigures, type WrittenFilters } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Dash } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';
import { useMay } from '../../data/session.js';
import { queryOf } from '../../data/call-list.js';

type Judged = Pick<NonNullable<ReportFigures['judged']>, 'points' | 'oneAgent'>;

/** `72.4%` with its interval and n; the value opens the calls on which it rests. Of one agent alone there is none. */
export function MeanCell({ of: judged, filters }: { of: Judged | null; filters: WrittenFilters }) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  if (judged?.oneAgent)
    return (
      <>
        <Dash /> <small>{t('reports.oneAgent')}</small>
      </>
    );
  const of = judged?.points;
  if (!of) return <Dash />;
  const { n, mean, low, high } = of;
  const words =
    low === null || high === null
      ? t('reports.nAlone', { n: number(n) })
      : t('reports.interval', { low: percent(low / 100, 1), high: percent(high / 100, 1), n: number(n) });
  return (
    <>
      <Link to={callsAt({ ...filters, ...COUNTED_BY.points })}>{percent(mean / 100, 1)}%</Link> <small>{words}</small>
    </>
  );
}

/** `96.0%` of the calls that it opens, and the late ones, which open too. */
export function RingsCell({ of, filters }: { of: Rate | null; filters: WrittenFilters }) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  if (!of) return <Dash />;
  const late = of.of - of.n;
  return (
    <>
      <Link to={callsAt({ ...filters, ...COUNTED_BY.ringsKnown })}>{percent(of.n / of.of, 1)}%</Link>{' '}
      {late > 0 && (
        <small>
          <Link to={callsAt({ ...filters, ...COUNTED_BY.ringsBeyond })}>
            {t('reports.late', { count: late, number: number(late) })}
          </Link>
        </small>
      )}{' '}
      <RateWords of={of} />
    </>
  );
}

/** How many of how many, with the interval. */
export function RateWords({ of: { n, of, low, high } }: { of: Rate }) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  return (
    <small>{t('reports.rate', { n: number(n), of: number(of), low: percent(low, 1), high: percent(high, 1) })}</small>
  );
}

/** Why there are no points here, and where agents are told of calls that chance chose. */
export function AgentPoints() {
  const { t } = useTranslation();
  const judges = useMay('scorecards.judge');
  return (
    <span>
      {t('reports.agentPoints')} {judges && <Link to="/review">{t('reports.agentMeans')}</Link>}
    </span>
  );
}

/** The address of the list with these calls. */
export const callsAt = (filters: WrittenFilters): string => `/calls?${queryOf(filters)}`;

/** A number that opens the calls it counts. None has no list to open. */
export function CountedLink({ count, of }: { count: number; of: WrittenFilters }) {
  const { number } = useFormat();
  if (count === 0) return <>0</>;
  return <Link to={callsAt(of)}>{number(count)}</Link>;
}
