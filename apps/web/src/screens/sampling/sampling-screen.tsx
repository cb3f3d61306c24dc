import type { SamplingDraw, SamplingPlanView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/acts.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import { useEndPlan, useSamplingPlans } from '../../data/sampling.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { part } from '../../components/opened/part.js';
import { DrawProgress } from './draw-progress.js';
import { usePlanWords } from './use-plan-words.js';
import './sampling.css';

const PlanDialog = part(() => import('./plan-dialog.js'));

/** Plans that draw calls for review: what they draw, when next, and how far the last draw is. */
export function SamplingScreen() {
  const { t } = useTranslation();
  const list = useSamplingPlans();
  const manages = useMay('sampling.manage');
  const [edited, setEdited] = useState<SamplingPlanView | 'new' | null>(null);
  const acts = manages && (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('sampling.create')}
    </Button>
  );
  return (
    <AdminPage title={t('sampling.title')} needs="sampling.read" acts={acts}>
      <p className="note">{t('sampling.intro')}</p>
      <WhenRead of={list}>
        {({ plans, reviewers, firstDays }) => (
          <>
            <Plans plans={plans} edit={setEdited} />
            {edited && (
              <PlanDialog
                of={edited === 'new' ? null : edited}
                reviewers={reviewers}
                firstDays={firstDays}
                onClose={() => setEdited(null)}
              />
            )}
          </>
        )}
      </WhenRead>
    </AdminPage>
  );
}

function Plans({ plans, edit }: { plans: readonly SamplingPlanView[]; edit: (plan: SamplingPlanView) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePlanWords();
  const end = useEndPlan();
  const manages = useMay('sampling.manage');
  const columns: Column<SamplingPlanView>[] = [
    {
      name: t('sampling.plan'),
      by: ({ plan }) => plan.name,
      cell: ({ planId, code, plan, version, changedBy, changedAt, endedAt }) => (
        <div className="sampling-cell">
          <Link to={`/sampling/${planId}`}>{plan.name}</Link>
          <small>{code}</small>
          <small>
            {endedAt
              ? t('sampling.ended', { at: format.dateTime(endedAt) })
              : t('sampling.changed', { version, by: format.text(changedBy), at: format.dateTime(changedAt) })}
          </small>
        </div>
      ),
    },
    {
      name: t('sampling.what'),
      cell: ({ plan }) => (
        <div className="sampling-cell">
          {words(plan).what}
          <small>{words(plan).who}</small>
        </div>
      ),
    },
    { name: t('sampling.nextDraw'), why: 'seed', cell: ({ next }) => <Next next={next} /> },
    {
      name: t('sampling.lastDraw'),
      why: 'draws',
      cell: ({ planId, last }) =>
        last ? <DrawProgress draw={last} to={`/sampling/${planId}/draws/${last.drawId}`} /> : t('sampling.noLast'),
    },
    ...(manages
      ? [
          {
            name: { unseen: t('sampling.edit') },
            cell: (row: SamplingPlanView) =>
              row.endedAt === null && (
                <span className="flex wraps gap-2">
                  <Button size="small" onClick={() => edit(row)}>
                    {t('sampling.edit')}
                  </Button>
                  <AskFirst ask={t('sampling.endAsk')} onYes={() => end.mutate(row.planId)}>
                    {t('sampling.end')}
                  </AskFirst>
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <div className="scrolls-x">
      <Failed of={{ error: end.error }} />
      <DataTable
        columns={columns}
        rows={plans}
        empty={t('sampling.none')}
        keyOf={({ planId }) => planId}
        past={({ endedAt }) => endedAt !== null}
      />
    </div>
  );
}

function Next({ next }: { next: SamplingDraw | null }) {
  const { t } = useTranslation();
  if (!next) return t('sampling.noNext');
  return (
    <div className="sampling-cell">
      {t('sampling.nextOf', { from: next.fromDay, to: next.toDay })}
      <small>{t('sampling.locked', { hash: next.seedSha256.slice(0, 12) })}</small>
    </div>
  );
}
