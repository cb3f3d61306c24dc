import type { DrawnQueue, DrawnToReview } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Listed, useListAddress } from '../../components/list-page.js';
import type { Column } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import { part } from '../../components/opened/part.js';
import { type DrawnShown, useClaimDrawn, useDrawnQueue, useReleaseDrawn } from '../../data/reviews.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useAgentColumn } from './read-part.js';
import { drawnAddress } from '../../data/queue-place.rules.js';
import { Why } from '../../components/why.js';

const useShown = ({ view }: { view: Parameters<typeof useDrawnQueue>[0] }) => useDrawnQueue(view);

const HandOnDialog = part(() => import('./hand-on-dialog.js'));
const AT = { at: 'drawn', of: ['mine', 'free', 'all'] as const };

/** Calls that sampling plans drew, what is due first: one's own, those that wait for a reviewer, and those of colleagues. */
export function DrawnPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view: show } = useListAddress<DrawnShown>(AT);
  const [claim, release] = [useClaimDrawn(), useReleaseDrawn()];
  // Also what a colleague has: a person who is ill cannot give it back.
  const manages = useMay('sampling.manage');
  const [handed, setHanded] = useState<DrawnToReview | null>(null);
  const agent = useAgentColumn<DrawnToReview>(({ agent: one }) => one);
  const columns: Column<DrawnToReview>[] = [
    {
      name: t('review.call'),
      cell: (row) => (
        <div className="drawn-cell">
          <Link to={drawnAddress(row, show)} lang={(row.matter && row.language) || undefined}>
            {row.matter ?? row.customer ?? t('calls.unknownMatter')}
          </Link>
          <small>
            {format.dateTime(row.startedAt)}
            {row.language && ` · ${t(`calls.spoken.${row.language}`)}`}
          </small>
        </div>
      ),
    },
    agent,
    {
      name: t('drawn.checklist'),
      cell: ({ checklist, waiting, blind }) => (
        <div className="drawn-cell">
          {format.text(checklist.title)}
          {blind && <small title={t('sampling.form.blindHint')}>{t('sampling.blind')}</small>}
          {waiting > 0 && <small>{t('drawn.waiting', { count: waiting })}</small>}
        </div>
      ),
    },
    { name: t('sampling.draw.why'), cell: (row) => <DrawnWhy of={row} /> },
    {
      name: t('drawn.due'),
      by: ({ dueAt }) => dueAt,
      cell: ({ dueAt }) => (
        <span className={new Date(dueAt).getTime() < Date.now() ? 'bad' : undefined}>{format.dateTime(dueAt)}</span>
      ),
    },
    {
      name: t('sampling.draw.reviewer'),
      cell: (row) => (
        <span className="row gap-2">
          {row.reviewer && !row.reviewer.mine && <small>{format.text(row.reviewer.name)}</small>}
          {row.reviewer === null && (
            <Button size="small" type="primary" onClick={() => claim.mutate(row.assignmentId)}>
              {t('drawn.claim')}
            </Button>
          )}
          {manages && row.reviewer === null && (
            <Button size="small" onClick={() => setHanded(row)}>
              {t('drawn.give')}
            </Button>
          )}
          {(row.reviewer?.mine || (manages && row.reviewer !== null)) && (
            <>
              <Button size="small" onClick={() => setHanded(row)}>
                {t('drawn.handOn')}
              </Button>
              <Button size="small" onClick={() => release.mutate(row.assignmentId)}>
                {t('drawn.release')}
              </Button>
            </>
          )}
        </span>
      ),
    },
  ];
  return (
    <section className="admin-section" aria-label={t('drawn.title')}>
      <h2>
        {t('drawn.title')} <Why of="drawnDue" name={t('drawn.title')} />
      </h2>
      <Failed of={{ error: claim.error ?? release.error }} />
      <Listed<DrawnToReview, DrawnQueue, DrawnShown>
        views={{ ...AT, name: t('drawn.show'), words: (view) => t(`drawn.view.${view}`) }}
        beside={([first]) =>
          first &&
          first.total > 0 && (
            <span className="admin-hint">
              {t('drawn.count', { count: first.total })}{' '}
              {first.overdue > 0 && <span className="bad">{t('sampling.overdue', { count: first.overdue })}</span>}
            </span>
          )
        }
        useList={useShown}
        rowsOf={({ items }) => items}
        columns={columns}
        keyOf={({ assignmentId }) => assignmentId}
        empty={({ view }) => t(`drawn.none.${view}`)}
        scrolls
      />
      {handed && <HandOnDialog of={handed} onClose={() => setHanded(null)} />}
    </section>
  );
}

/** In a few words why a call is to be reviewed: who gave it, or by which plan it was drawn, from which period, in which place. */
function DrawnWhy({ of: { why, given } }: { of: Pick<DrawnToReview, 'why' | 'given'> }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  if (given) {
    return (
      <div className="drawn-cell">
        {t(`calls.assign.reason.${given.reason}`)}
        <small>{t('calls.assign.by', { by: text(given.by) })}</small>
        {given.note && <small>{given.note}</small>}
      </div>
    );
  }
  if (!why) return null;
  const { code, name, fromDay, toDay, seedSha256, place, of, risks, replaces } = why;
  return (
    <div className="drawn-cell">
      {name}
      <small>
        {code} · {t('sampling.nextOf', { from: fromDay, to: toDay })}
      </small>
      <small title={seedSha256}>
        {t('drawn.place', { place, of, hash: seedSha256.slice(0, 8) })}
        {replaces && ` · ${t('drawn.replaces')}`}
      </small>
      {risks.length > 0 && <small>{risks.map((risk) => t(`sampling.risks.${risk}`)).join(t('journal.and'))}</small>}
    </div>
  );
}
