import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AddressTabs, useListAddress } from '../../components/list-page.js';
import { type Column, DataTable, More } from '../../components/data-table.js';
import { AdminPage } from '../../components/admin-page.js';
import { Waiting } from '../../components/waiting.js';
import { Failed } from '../../components/failure-note.js';
import { useReviewTimes, useWaiting, type WaitingChoice } from '../../data/reviews.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useDoubtfulCodes } from '../../data/words.js';
import { DrawnPart } from './drawn-part.js';
import { MeansPart } from './means-part.js';
import { ReadPart } from './read-part.js';
import { RehearPart } from './rehear-part.js';
import { RescorePart } from './rescore-part.js';
import type { ReviewTimes } from '#contracts';
import { WaitingTable } from './waiting-table.js';
import { Why } from '../../components/why.js';

const AT = { at: 'show', of: ['all', 'free', 'mine'] as const };

/** What waits for a person, the oldest first. */
export function ReviewScreen() {
  const { t } = useTranslation();
  const chosen = <AddressTabs {...AT} name={t('review.show')} words={(view) => t(`review.${view}`)} />;
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
        <List />
      </section>
      <ReadPart />
      <TimesPart />
      <MeansPart />
      {useMay('scorecards.rescore') && <RescorePart />}
      {useMay('transcripts.rehear') && <RehearPart />}
    </AdminPage>
  );
}

function List() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { view: show, choose } = useListAddress<WaitingChoice['show']>(AT);
  const list = useWaiting({ show });
  if (list.error) return <Failed of={list} />;
  if (!list.data) return <Waiting />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <p className="note">
        {t(`review.none.${show}`)}{' '}
        {show !== 'all' && (
          <button type="button" className="plain link" onClick={() => choose('show', 'all')}>
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

/** Calls in which something may be a card's code, each a click from the second at which it is said. */
function CodesPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const codes = useDoubtfulCodes().data;
  if (!codes || codes.items.length === 0) return null;
  return (
    <section className="admin-section" aria-label={t('redaction.codes.title')}>
      <h2>{t('redaction.codes.title')}</h2>
      <p className="admin-hint">{t('redaction.codes.waiting', { count: codes.total })}</p>
      <ul>
        {codes.items.map(({ callId, transcriptId, turn, fromChar, startedAt, agent, fromMs }) => (
          <li key={`${transcriptId} ${turn} ${fromChar}`}>
            <Link to={`/calls/${callId}?t=${Math.max(0, Math.floor(fromMs / 1000) - 3)}`}>
              {t('redaction.codes.inCall', {
                at: format.dateTime(startedAt),
                agent: format.text(agent),
                moment: format.clock(fromMs),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the sentence above the table says. */
const DAYS = 30;

/** How long reviews took: how many, and the one in the middle. By staff number, since a quick review is not a better one. */
function TimesPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const times = useReviewTimes(DAYS).data;
  if (!times || times.reviewers.length === 0) return null;
  const columns: Column<ReviewTimes['reviewers'][number]>[] = [
    {
      name: t('reviewTimes.reviewer'),
      cell: ({ name, staffNumber }) => (
        <>
          {format.text(name)} <small>{staffNumber}</small>
        </>
      ),
    },
    { name: t('reviewTimes.n'), number: true, cell: ({ n }) => format.number(n) },
    {
      name: t('reviewTimes.median'),
      why: 'reviewTime',
      number: true,
      cell: ({ medianMs }) => format.duration(medianMs),
    },
  ];
  return (
    <section className="admin-section" aria-label={t('reviewTimes.title')}>
      <h2>{t('reviewTimes.title')}</h2>
      <p className="admin-hint">{t('reviewTimes.intro')}</p>
      <div className="scrolls-x">
        <DataTable columns={columns} rows={times.reviewers} keyOf={({ personId }) => personId} />
      </div>
    </section>
  );
}
