import type { SamplingDraw } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Back } from '../../components/acts.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { DataList, type Column } from '../../components/data-table.js';
import { useDraws, useSamplingPlans } from '../../data/sampling.js';
import { useFormat } from '../../format/use-format.js';
import { DrawProgress } from './draw-progress.js';
import { usePlanWords } from './use-plan-words.js';
import './sampling.css';

/** The draws of a plan, with the hashes that were committed before each period. */
export function SamplingPlanScreen() {
  const { t } = useTranslation();
  const { planId = '' } = useParams();
  const words = usePlanWords();
  const list = useSamplingPlans();
  const plan = list.data?.plans.find((one) => one.planId === planId);
  return (
    <AdminPage
      title={plan?.plan.name ?? t('sampling.title')}
      needs="sampling.read"
      head={<Back to="/sampling">{t('sampling.backToPlans')}</Back>}
    >
      <WhenRead of={list}>
        {() =>
          plan && (
            <p className="note">
              {plan.code} · {words(plan.plan).what} · {words(plan.plan).who}
            </p>
          )
        }
      </WhenRead>
      <section className="admin-section">
        <h2>{t('sampling.draws')}</h2>
        <Draws planId={planId} />
      </section>
    </AdminPage>
  );
}

function Draws({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const draws = useDraws(planId);
  const columns: Column<SamplingDraw>[] = [
    {
      name: t('sampling.period'),
      cell: ({ fromDay, toDay }) => t('sampling.nextOf', { from: fromDay, to: toDay }),
    },
    {
      name: t('sampling.state'),
      cell: ({ drawnAt, withdrawnAt }) =>
        withdrawnAt
          ? t('sampling.withdrawn')
          : drawnAt
            ? t('sampling.drawnAt', { at: format.dateTime(drawnAt) })
            : t('sampling.waiting'),
    },
    {
      name: t('sampling.seedHash'),
      why: 'seed',
      cell: ({ seedSha256, committedAt }) => (
        <div className="sampling-cell">
          <span className="mono breaks">{seedSha256}</span>
          <small>{t('sampling.committed', { at: format.dateTime(committedAt) })}</small>
        </div>
      ),
    },
    {
      name: t('sampling.result'),
      why: 'draws',
      cell: (draw) => draw.drawnAt && <DrawProgress draw={draw} to={`/sampling/${planId}/draws/${draw.drawId}`} />,
      quiet: ({ drawnAt }) => drawnAt === null,
    },
  ];
  return (
    <div className="scrolls-x">
      <DataList
        of={draws}
        rowsOf={({ items }) => items}
        columns={columns}
        keyOf={({ drawId }) => drawId}
        past={({ withdrawnAt }) => withdrawnAt !== null}
        empty={t('sampling.noLast')}
      />
    </div>
  );
}
