import type { DisputeListQuery, DisputeView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { DataList } from '../../components/data-table.js';
import { useDisputes, useQualitySettings } from '../../data/disputes.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useActDialog } from './dispute-entries.js';
import { ContestedItems } from './contested-items.js';
import { DisputeEntry, type DialogAct } from './dispute-entry.js';
import { placeOf } from './place-of.rules.js';
import { QualityNumbers } from '../../components/quality-numbers.js';
import './disputes.css';

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
        {(read) => <QualityNumbers section="disputes" className="dispute-settings" {...{ read, numbers, words }} />}
      </WhenRead>
    </section>
  );
}

/** What agents contest: for those who decide what waits, for agents their own. */
export function DisputesScreen() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [files, decides, sets] = [useMay('disputes.file'), useMay('disputes.decide'), useMay('quality.settings')];
  const views: DisputeListQuery['show'][] = [
    ...(decides || !files ? (['waiting'] as const) : []),
    ...(files ? (['mine'] as const) : []),
    ...(decides || !files ? (['all'] as const) : []),
  ];
  const show = views.find((one) => one === search.get('show')) ?? views[0]!;
  const head = views.length > 1 && (
    <ViewTabs
      value={show}
      name={t('disputes.show')}
      onChange={(to) => setSearch(to === views[0] ? {} : { show: to }, { replace: true })}
      views={views.map((value) => ({ value, label: t(`disputes.view.${value}`) }))}
    />
  );
  return (
    <AdminPage title={t('disputes.title')} needs="disputes.read" head={head}>
      <p className="note">{t(show === 'mine' ? 'disputes.introMine' : 'disputes.intro')}</p>
      <List show={show} />
      {decides && <ContestedItems />}
      {sets && <Deadlines />}
    </AdminPage>
  );
}

function List({ show }: { show: DisputeListQuery['show'] }) {
  const { t } = useTranslation();
  const list = useDisputes(show);
  const { ask, dialog } = useActDialog();
  return (
    <>
      <DataList
        of={list}
        rowsOf={({ items }) => items}
        row={(one) => <Row key={one.disputeId} dispute={one} onAct={ask(one)} />}
        empty={t(`disputes.none.${show}`)}
      />
      {dialog}
    </>
  );
}

function Row({ dispute, onAct }: { dispute: DisputeView; onAct: (act: DialogAct) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { code, atMs, title, checklist, startedAt, customer } = dispute;
  return (
    <tr className={dispute.state === 'open' || dispute.state === 'answered' ? '' : 'quiet'}>
      <td className="dispute-item">
        <b>{format.text(title)}</b>
        <small>
          {code} · {format.text(checklist.title)}
        </small>
        <small>
          <Link to={placeOf(dispute)}>{t('disputes.openCall')}</Link> {format.dateTime(startedAt)}
          {customer && ` · ${customer}`}
        </small>
        {atMs !== null && <small>{t('disputes.listen', { at: format.clock(atMs) })}</small>}
      </td>
      <td>
        <DisputeEntry dispute={dispute} onAct={onAct} />
      </td>
    </tr>
  );
}
