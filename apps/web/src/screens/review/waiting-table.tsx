import type { WaitingRow } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { useSay } from '../../components/opened/say.js';
import { FailureNote } from '../../components/failure-note.js';
import { OutcomeGlyph } from '../../components/outcome-glyph.js';
import { useClaim, useRelease } from '../../data/reviews.js';
import { useFormat } from '../../format/use-format.js';

/** Where the item is answered: its call, at its second, with the item selected. */
export const placeOf = ({ callId, leg, checklist, itemId, atMs }: WaitingRow): string => {
  const query = new URLSearchParams({ leg: String(leg), list: checklist.id, item: itemId });
  if (atMs !== null) query.set('t', String(Math.floor(atMs / 1000)));
  return `/calls/${callId}?${query.toString()}`;
};

export function WaitingTable({ items }: { items: readonly WaitingRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="review-scroll">
      <DataTable
        head={[t('review.item'), t('review.call'), t('review.agent'), t('review.since'), t('review.who')]}
        className="review-table"
        keepsColumns
      >
        {items.map((row) => (
          <Row key={row.waitingId} row={row} />
        ))}
      </DataTable>
    </div>
  );
}

function Row({ row }: { row: WaitingRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <td>
        <span className="review-item">
          <OutcomeGlyph outcome="insufficient" />
          <Link to={placeOf(row)}>{format.text(row.title)}</Link>
        </span>
        <small>{t(`insufficient.${row.reason}`)}</small>
      </td>
      <td>
        <span lang={row.matter ? row.language : undefined}>
          {row.matter ?? row.customer ?? t('calls.unknownMatter')}
        </span>
        <small>
          {format.dateTime(row.startedAt)}
          {row.atMs !== null && ` ${t('review.at', { at: format.clock(row.atMs) })}`}
        </small>
      </td>
      <td>
        {format.text(row.agent.name)}
        <small>{format.text(row.agent.team.name)}</small>
      </td>
      <td className="review-age">{t('review.sinceAt', { at: format.dateTime(row.waitsSince) })}</td>
      <td>
        <Claim row={row} />
      </td>
    </tr>
  );
}

function Claim({ row }: { row: WaitingRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSay();
  const navigate = useNavigate();
  const claim = useClaim();
  const release = useRelease();
  const failed = claim.error ?? release.error;
  const take = () =>
    claim.mutate(row.waitingId, {
      onSuccess: ({ until }) => {
        say(
          ({ message }) =>
            void message.open({
              type: 'success',
              duration: 8,
              content: (
                <>
                  {t('review.claimed', { until: format.time(until) })}{' '}
                  <button type="button" className="plain link" onClick={() => release.mutate(row.waitingId)}>
                    {t('review.undo')}
                  </button>
                </>
              ),
            }),
        );
        void navigate(placeOf(row));
      },
    });
  if (row.claim && !row.claim.mine)
    return (
      <small>{t('review.claimedBy', { by: format.text(row.claim.by), until: format.time(row.claim.until) })}</small>
    );
  return (
    <div className="review-claim">
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
