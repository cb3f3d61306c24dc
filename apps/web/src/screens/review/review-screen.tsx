import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { More } from '../../components/data-table.js';
import { AdminPage } from '../../components/admin-page.js';
import { Waiting } from '../../components/waiting.js';
import { Failed } from '../../components/failure-note.js';
import { useWaiting, type WaitingChoice } from '../../data/reviews.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { CodesPart } from './codes-part.js';
import { DrawnPart } from './drawn-part.js';
import { MeansPart } from './means-part.js';
import { ReadPart } from './read-part.js';
import { RehearPart } from './rehear-part.js';
import { RescorePart } from './rescore-part.js';
import { TimesPart } from './times-part.js';
import { showing } from './agent-column.js';
import { WaitingTable } from './waiting-table.js';
import { Why } from '../../components/why.js';
import './review.css';

const SHOWN = ['all', 'free', 'mine'] as const;

/** What waits for a person, the oldest first. */
export function ReviewScreen() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const show = SHOWN.find((one) => one === search.get('show')) ?? 'all';
  const chosen = (
    <ViewTabs
      value={show}
      name={t('review.show')}
      onChange={(to) => setSearch(showing('show', to), { replace: true })}
      views={SHOWN.map((value) => ({ value, label: t(`review.${value}`) }))}
    />
  );
  return (
    <AdminPage title={t('review.title')} needs="scorecards.judge">
      <DrawnPart />
      <CodesPart />
      <section className="admin-section" aria-label={t('review.left')}>
        <h2>
          {t('review.left')} <Why of="toJudge" name={t('review.left')} />
        </h2>
        <p className="admin-hint">{t('review.intro')}</p>
        <div className="admin-row">{chosen}</div>
        <List show={show} />
      </section>
      <ReadPart />
      <TimesPart />
      <MeansPart />
      {useMay('scorecards.rescore') && <RescorePart />}
      {useMay('transcripts.rehear') && <RehearPart />}
    </AdminPage>
  );
}

function List({ show }: WaitingChoice) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [, setSearch] = useSearchParams();
  const list = useWaiting({ show });
  if (list.error) return <Failed of={list} />;
  if (!list.data) return <Waiting />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <p className="note">
        {t(`review.none.${show}`)}{' '}
        {show !== 'all' && (
          <button
            type="button"
            className="plain link"
            onClick={() => setSearch(showing('show', 'all'), { replace: true })}
          >
            {t('review.showAll')}
          </button>
        )}
      </p>
    );
  return (
    <>
      <p className="note">
        {t('review.count', { count: list.data.pages[0]?.total ?? 0, shown: number(items.length) })}
      </p>
      <WaitingTable items={items} show={show} />
      <More of={list} />
    </>
  );
}
