import type { ContestedItems as Items } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { useContestedItems } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';
import { placeOf } from './place-of.rules.js';
import './disputes.css';

type Contested = Items['items'][number];

/** As the sentence above the table says. */
const DAYS = 90;

/** Items whose disputes are mostly granted are judged badly; their examples say how. */
export function ContestedItems() {
  const { t } = useTranslation();
  const items = useContestedItems(DAYS);
  return (
    <section className="admin-section">
      <h2>{t('disputes.items.title')}</h2>
      <p className="note">{t('disputes.items.days')}</p>
      <WhenRead of={items}>
        {({ items: rows }) =>
          rows.length === 0 ? <p className="note">{t('disputes.items.none')}</p> : <Rows rows={rows} />
        }
      </WhenRead>
    </section>
  );
}

function Rows({ rows }: { rows: Contested[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Contested>[] = [
    {
      name: t('disputes.items.item'),
      cell: ({ title, checklist }) => (
        <>
          {format.text(title)} <small>{format.text(checklist.title)}</small>
        </>
      ),
      by: ({ title }) => format.text(title),
    },
    {
      name: t('disputes.items.filed'),
      number: true,
      cell: ({ filed }) => format.number(filed),
      by: ({ filed }) => filed,
    },
    {
      name: t('disputes.items.granted'),
      number: true,
      cell: ({ granted, decided }) => `${format.number(granted)} / ${format.number(decided)}`,
      by: ({ granted }) => granted,
    },
    {
      name: t('disputes.items.share'),
      number: true,
      cell: ({ rate }) => rate && share(rate),
      quiet: ({ rate }) => rate === null,
    },
    {
      name: t('disputes.items.examples'),
      cell: ({ itemId, examples }) =>
        examples.slice(0, 3).map(({ disputeId, ...place }, index) => (
          <Link key={disputeId} to={placeOf({ itemId, ...place })}>
            {t('disputes.items.call', { n: index + 1 })}{' '}
          </Link>
        )),
    },
  ];
  const share = ({ n, of, low, high }: NonNullable<Contested['rate']>) =>
    t('disputes.items.few', { share: format.percent(n / of), low: format.percent(low), high: format.percent(high) });
  return (
    <ScrollPane name={t('disputes.items.title')} className="dispute-scroll">
      <DataTable columns={columns} rows={rows} keyOf={({ checklist, itemId }) => `${checklist.id} ${itemId}`} />
    </ScrollPane>
  );
}
