import type { RetentionView } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { SecondPerson } from '../../components/second-person.js';
import { useProved } from '../../components/step-up.js';
import { useDecideSchedule, useSimulation } from '../../data/retention.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { ScheduleTable } from './schedule-table.js';
import { SimulationPart } from './simulation-part.js';

interface Props {
  waiting: NonNullable<RetentionView['waiting']>;
  clients: RetentionView['clients'];
}

/** The change that waits for a second person: what it would be, what it would do, and what this person may say to it. */
export function ScheduleWaiting({ waiting, clients }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { schedule, proposed, reason, mine } = waiting;
  const simulation = useSimulation();
  const mayManage = useMay('retention.manage');
  const who = proposed.by ? format.text(proposed.by) : t('journal.system');
  return (
    <section className="admin-section" aria-labelledby="retention-waiting">
      <h2 id="retention-waiting">{t('retention.waiting')}</h2>
      <p>{t('retention.waitingBy', { who, at: format.dateTime(proposed.at), reason })}</p>
      <ScheduleTable schedule={schedule} clients={clients} />
      <Acts>
        <Button loading={simulation.isPending} onClick={() => simulation.mutate(schedule)}>
          {t('retention.simulate')}
        </Button>
      </Acts>
      <Failed of={simulation} />
      {simulation.data && <SimulationPart simulation={simulation.data} schedule={schedule} />}
      {mayManage && <Decide version={waiting.version} mine={mine} proposedAt={proposed.at} />}
    </section>
  );
}

function Decide({ version, mine, proposedAt }: { version: number; mine: boolean; proposedAt: string }) {
  const { t } = useTranslation();
  const decide = useProved(useDecideSchedule());
  return (
    <>
      <SecondPerson
        version={version}
        mine={mine}
        proposedAt={proposedAt}
        decide={decide}
        agree={t('retention.agree')}
      />
      <p className="admin-hint">{t(mine ? 'retention.mine' : 'retention.proof')}</p>
    </>
  );
}
