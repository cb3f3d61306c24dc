import { type InsufficientReason, MOST_CHOSEN, type WaitingRow, type WholeCalls } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable, selecting } from '../../components/data-table.js';
import { useSayDone } from '../../components/opened/say.js';
import { FailureNote } from '../../components/failure-note.js';
import { OutcomeGlyph } from '../../components/marks.js';
import { useClaim, useRelease } from '../../data/reviews.js';
import { useWholeCalls } from '../../data/ticked-calls.js';
import { useFormat } from '../../format/use-format.js';
import { useAgentColumn } from './read-part.js';
import { TickedBar } from '../calls/ticked-bar.js';
import { type Ticks, TicksContext, useNewTicks } from '../calls/use-ticks.js';
import { byCard, type WaitingCard } from './by-card.rules.js';
import { type QueueFilter, waitingAddress } from '../../data/queue-place.rules.js';

/** One row for each leg and checklist that waits, with its items by the reason why. */
export function WaitingTable({ items, show }: { items: readonly WaitingRow[]; show: QueueFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const agent = useAgentColumn<WaitingCard>(({ first }) => first.agent);
  const cards = byCard(items);
  const whole = cards.filter(({ first }) => first.whole).map(({ first }) => first.callId);
  const ticks = useNewTicks(whole);
  const all = useWholeCalls({ show }, whole.length > 0);
  const columns: Column<WaitingCard>[] = [
    ...(whole.length === 0
      ? []
      : [
          selecting<WaitingCard>({
            chosen: ticks.ticked,
            toggle: ticks.toggle,
            keyOf: ({ first }) => first.callId,
            name: { unseen: t('review.whole.select') },
            nameOf: ({ first }) =>
              t('review.whole.one', { time: format.dateTime(first.startedAt), agent: format.text(first.agent.name) }),
            may: ({ first }) => first.whole !== null,
          }),
        ]),
    {
      name: t('review.item'),
      cell: ({ first, reasons }) =>
        first.whole ? (
          <WholeCall of={first} show={show} />
        ) : (
          reasons.map((one) => <Reason key={one.reason} of={one} show={show} />)
        ),
    },
    {
      name: t('review.call'),
      cell: ({ first }) => (
        <>
          <span lang={first.matter ? first.language : undefined}>
            {first.matter ?? first.customer ?? t('calls.unknownMatter')}
          </span>
          <small>{format.dateTime(first.startedAt)}</small>
        </>
      ),
    },
    agent,
    {
      name: t('review.since'),
      by: ({ first }) => first.waitsSince,
      cell: ({ first }) => (
        <span className="label soft nowrap">{t('review.sinceAt', { at: format.dateTime(first.waitsSince) })}</span>
      ),
    },
    { name: t('review.who'), cell: ({ first }) => <Claim row={first} show={show} /> },
  ];
  return (
    <TicksContext value={ticks}>
      {all.data && <ChooseWhole of={all.data} choose={ticks.choose} />}
      <TickedBar only={FOR_WHOLE_CALLS} />
      <div className="scrolls-x">
        <DataTable columns={columns} rows={cards} keyOf={({ key }) => key} className="review-table" keepsColumns />
      </div>
    </TicksContext>
  );
}

/** What answers a call that cannot be judged as a whole. */
const FOR_WHOLE_CALLS = ['swap', 'side', 'language', 'set_aside'] as const;

const SHORT = [
  ...(['words_unreliable', 'too_few_words', 'language_unsupported'] as const),
  ...(['speakers_unknown', 'speakers_unnamed', 'one_side_missing'] as const),
];
const short = (reason: InsufficientReason) => SHORT.find((one) => one === reason) ?? 'other';

/** Chooses all calls that wait as one, of the whole list, or those that wait for one reason. */
function ChooseWhole({ of: { reasons, more }, choose }: { of: WholeCalls; choose: Ticks['choose'] }) {
  const { t } = useTranslation();
  const every = [...new Set(reasons.flatMap(({ callIds }) => callIds))];
  if (every.length < 2) return null;
  return (
    <div className="review-choose flex wraps gap-4">
      <button type="button" className="plain link" onClick={() => choose(every)}>
        {t('review.whole.all', { count: every.length })}
      </button>
      {reasons.length > 1 &&
        reasons.map(({ reason, callIds }) => (
          <button key={reason} type="button" className="plain link" onClick={() => choose(callIds)}>
            {t('review.whole.because', { why: t(`review.whole.why.${short(reason)}`), count: callIds.length })}
          </button>
        ))}
      {more && <small>{t('calls.ticked.full', { most: MOST_CHOSEN })}</small>}
    </div>
  );
}

/** A call that waits as one: what concerns all of it, and how many items that leaves open. */
function WholeCall({ of: row, show }: { of: WaitingRow; show: QueueFilter }) {
  const { t } = useTranslation();
  return (
    <div className="review-reason">
      <span className="line">
        <OutcomeGlyph outcome="insufficient" />
        <Link to={waitingAddress(row, show)}>{t(`insufficient.${row.reason}`)}</Link>
      </span>
      <small>{t('review.whole.items', { count: row.whole?.items ?? 1 })}</small>
    </div>
  );
}

function Reason({ of: { reason, items }, show }: { of: WaitingCard['reasons'][number]; show: QueueFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="review-reason">
      <span className="line">
        <OutcomeGlyph outcome="insufficient" />
        <span>
          {items.map((row, at) => (
            <span key={row.waitingId}>
              {at > 0 && t('review.between')}
              <Link to={waitingAddress(row, show)}>{format.text(row.title)}</Link>
              {row.atMs !== null && <span className="label soft"> {format.clock(row.atMs)}</span>}
            </span>
          ))}
        </span>
      </span>
      <small>{t(`insufficient.${reason}`)}</small>
    </div>
  );
}

function Claim({ row, show }: { row: WaitingRow; show: QueueFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = useSayDone();
  const navigate = useNavigate();
  const claim = useClaim();
  const release = useRelease();
  const failed = claim.error ?? release.error;
  const take = () =>
    claim.mutate(row.waitingId, {
      onSuccess: ({ until }) => {
        done(
          <>
            {t('review.claimed', { until: format.time(until) })}{' '}
            <button type="button" className="plain link" onClick={() => release.mutate(row.waitingId)}>
              {t('review.undo')}
            </button>
          </>,
          8,
        );
        void navigate(waitingAddress(row, show));
      },
    });
  if (row.claim && !row.claim.mine)
    return (
      <small>{t('review.claimedBy', { by: format.text(row.claim.by), until: format.time(row.claim.until) })}</small>
    );
  return (
    <div className="row gap-2">
      {row.claim ? (
        <>
          <small>{t('review.yours', { until: format.time(row.claim.until) })}</small>
          <Button size="small" loading={claim.isPending} onClick={() => claim.mutate(row.waitingId)}>
            {t('review.longer')}
          </Button>
          <Button size="small" loading={release.isPending} onClick={() => release.mutate(row.waitingId)}>
            {t('review.release')}
          </Button>
        </>
      ) : (
        <Button size="small" type="primary" loading={claim.isPending} onClick={take}>
          {t('review.claim')}
        </Button>
      )}
      {failed && <FailureNote error={failed} />}
    </div>
  );
}
