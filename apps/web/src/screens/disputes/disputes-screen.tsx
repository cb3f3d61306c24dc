import type { DisputeList, DisputeListQuery, DisputeView, ContestedItems as Items } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ListPage } from '../../components/list-page.js';
import { WhenRead } from '../../components/admin-page.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { useContestedItems, useDisputes, useQualitySettings } from '../../data/disputes.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useActDialog } from './dispute-entries.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { placeOf } from './place-of.rules.js';
import './disputes.css';
import { DisputeEntry } from './dispute-entry.js';
import { QualityNumbers } from '../../components/quality-numbers.js';

const useShown = ({ view }: { view: Parameters<typeof useDisputes>[0] }) => useDisputes(view);

const MOST = { fileDays: 180, decideDays: 60, escalateDays: 60 } as const;
const NAMES = ['fileDays', 'decideDays', 'escalateDays'] as const;

/** How long agents may contest, and how soon people should decide. */
function Deadlines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  const words = {
    save: t('disputes.settings.save'),
    saved: t('disputes.settings.saved'),
    companyOnly: t('disputes.settings.companyOnly'),
  };
  const numbers = NAMES.map((name) => ({ name, label: t(`disputes.settings.${name}`), most: MOST[name] }));
  return (
    <section className="admin-section">
      <h2>{t('disputes.settings.title')}</h2>
      <p className="note">{t('disputes.settings.intro')}</p>
      <WhenRead of={settings}>
        {(read) => (
          <QualityNumbers section="disputes" className="dispute-settings grid gap-3" {...{ read, numbers, words }} />
        )}
      </WhenRead>
    </section>
  );
}

/** What agents contest: for those who decide what waits, for agents their own. */
export function DisputesScreen() {
  const { t } = useTranslation();
  const [files, decides, sets] = [useMay('disputes.file'), useMay('disputes.decide'), useMay('quality.settings')];
  const views: DisputeListQuery['show'][] = [
    ...(decides || !files ? (['waiting'] as const) : []),
    ...(files ? (['mine'] as const) : []),
    ...(decides || !files ? (['all'] as const) : []),
  ];
  const { ask, dialog } = useActDialog();
  return (
    <ListPage<DisputeView, DisputeList, DisputeListQuery['show']>
      title={t('disputes.title')}
      needs="disputes.read"
      views={{ at: 'show', name: t('disputes.show'), of: views, words: (view) => t(`disputes.view.${view}`) }}
      intro={({ view }) => <p className="note">{t(view === 'mine' ? 'disputes.introMine' : 'disputes.intro')}</p>}
      useList={useShown}
      rowsOf={({ items }) => items}
      empty={({ view }) => t(`disputes.none.${view}`)}
      keyOf={({ disputeId }) => disputeId}
      past={({ state }) => state !== 'open' && state !== 'answered'}
      columns={[
        { name: t('disputes.items.item'), cell: (one) => <Item dispute={one} />, mark: () => 'dispute-item' },
        { name: t('disputes.title'), cell: (one) => <DisputeEntry dispute={one} onAct={ask(one)} /> },
      ]}
    >
      {dialog}
      {decides && <ContestedItems />}
      {sets && <Deadlines />}
    </ListPage>
  );
}

function Item({ dispute }: { dispute: DisputeView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { code, atMs, title, checklist, startedAt, customer } = dispute;
  return (
    <>
      <b>{format.text(title)}</b>
      <small>
        {code} · {format.text(checklist.title)}
      </small>
      <small>
        <Link to={placeOf(dispute)}>{t('disputes.openCall')}</Link> {format.dateTime(startedAt)}
        {customer && ` · ${customer}`}
      </small>
      {atMs !== null && <small>{t('disputes.listen', { at: format.clock(atMs) })}</small>}
    </>
  );
}

type Contested = Items['items'][number];

/** As the sentence above the table says. */
const DAYS = 90;

/** Items whose disputes are mostly granted are judged badly; their examples say how. */
function ContestedItems() {
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
