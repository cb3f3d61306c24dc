import type { PreviewedCall } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Dash, DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

type Leg = PreviewedCall['legs'][number];

/** The first calls that a file makes, as its reader takes them. What it does not say stays unknown. */
export function PreviewedCalls({ calls }: { calls: readonly PreviewedCall[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (calls.length === 0) return null;
  const outcomeOf = (outcome: Exclude<Leg['outcome'], null>) =>
    outcome === 'answered' ? t('legs.became.answered') : t(`legs.outcome.leg.${outcome}`);
  const legOf = ({ kind, extension, outcome, ringSeconds }: Leg) => [
    extension ? t(`legs.named.${kind}`, { name: extension }) : t(`legs.kind.${kind}`),
    ...(outcome ? [outcomeOf(outcome)] : []),
    ...(ringSeconds === null ? [] : [`${t('legs.span.ring')} ${format.measured(ringSeconds)}`]),
  ];
  const legs = (call: PreviewedCall) => (
    <ul>
      {call.legs.map((leg, at) => (
        // A call's legs stay as they were read, and nothing else tells them apart.
        <li key={at}>{legOf(leg).join(t('sources.comma'))}</li>
      ))}
    </ul>
  );
  return (
    <section className="admin-section">
      <h2>{t('sources.firstCalls')}</h2>
      <DataTable
        rows={calls}
        keyOf={({ id }) => id}
        columns={[
          { name: t('sources.call'), cell: ({ id }) => id },
          {
            name: t('sources.began'),
            named: true,
            cell: ({ startedAt }) => (startedAt ? format.dateTime(startedAt) : <Dash />),
          },
          {
            name: t('sources.direction'),
            named: true,
            cell: ({ direction }) => (direction ? t(`sources.directions.${direction}`) : <Dash />),
          },
          { name: t('sources.customer'), named: true, cell: ({ customer }) => customer ?? <Dash /> },
          {
            name: t('sources.outcome'),
            named: true,
            cell: ({ outcome }) => (outcome ? t(`legs.became.${outcome}`) : <Dash />),
          },
          { name: t('sources.legs'), named: true, cell: legs },
        ]}
      />
    </section>
  );
}
