import type { SampledMeans } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { useSampledMeans } from '../../data/reviews.js';
import { useFormat } from '../../format/use-format.js';

type Agent = SampledMeans['agents'][number];

/** As the sentence above the table says. */
const DAYS = 90;

/** How agents did in calls that were drawn at random and reviewed: with n and interval, and without a rank where intervals overlap. */
export function MeansPart() {
  const { t } = useTranslation();
  const means = useSampledMeans(DAYS);
  return (
    <section className="admin-section" aria-label={t('means.title')}>
      <h2>{t('means.title')}</h2>
      <p className="admin-hint">{t('means.intro')}</p>
      <WhenRead of={means}>
        {({ agents }) => (agents.length === 0 ? <p className="note">{t('means.none')}</p> : <Rows agents={agents} />)}
      </WhenRead>
    </section>
  );
}

function Rows({ agents }: { agents: readonly Agent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Agent>[] = [
    {
      name: t('review.agent'),
      cell: ({ name, staffNumber }) => (
        <>
          {format.text(name)} <small>{staffNumber}</small>
        </>
      ),
    },
    {
      name: t('means.reviewed'),
      number: true,
      cell: ({ n, drawn }) => t('means.nOf', { n: format.number(n), drawn: format.number(drawn) }),
    },
    {
      name: t('means.mean'),
      why: 'sampledMean',
      cell: ({ n, mean, low, high }) =>
        mean === null
          ? t('means.notYet')
          : t('means.value', {
              ...{ mean: format.percent(mean, 1), n: format.number(n) },
              ...{ low: format.percent(low ?? 0, 1), high: format.percent(high ?? 1, 1) },
            }),
    },
    {
      name: t('means.beside'),
      cell: ({ mean, overlaps }) =>
        mean === null || agents.filter((one) => one.mean !== null).length < 2
          ? ''
          : overlaps > 0
            ? t('means.overlap', { count: overlaps })
            : t('means.apart'),
    },
  ];
  return (
    <div className="scrolls-x">
      <DataTable columns={columns} rows={agents} keyOf={({ personId }) => personId} />
    </div>
  );
}
