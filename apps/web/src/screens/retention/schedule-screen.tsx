import type { RetentionView, ScheduleVersion } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgainFrom, ByOnePerson, useMayAgain } from '../../components/one-person.js';
import { Acts, AskFirst } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { Unfold } from '../../components/facts.js';
import { useConfirmClock, useDecideSchedule, useRetention, useSimulation } from '../../data/retention.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { Failed } from '../../components/failure-note.js';
import { RetentionPage } from './retention-page.js';
import { ScheduleEditor } from './schedule-editor.js';
import { ScheduleTable, TryCall } from './schedule-table.js';
import { SecondPerson } from '../../components/second-person.js';
import { useProved } from '../../components/step-up.js';
import { SimulationPart } from './simulation-part.js';

/** How long recordings are kept: what holds now, what waits for a second person, and whether the clock is trusted. */
export function ScheduleScreen() {
  const retention = useRetention();
  return (
    <RetentionPage>
      <WhenRead of={retention}>{(view) => <Schedule view={view} />}</WhenRead>
    </RetentionPage>
  );
}

function Schedule({ view }: { view: RetentionView }) {
  const { current, waiting, stopped, clients, history } = view;
  const [editing, setEditing] = useState(false);
  return (
    <>
      <ClockPart stopped={stopped} />
      {waiting && <ScheduleWaiting waiting={waiting} clients={clients} />}
      {editing ? (
        <ScheduleEditor view={view} onDone={() => setEditing(false)} />
      ) : (
        <Current view={view} onEdit={() => setEditing(true)} />
      )}
      {current && <TryCall schedule={current.schedule} clients={clients} />}
      <History history={history.filter(({ version }) => version !== current?.version)} clients={clients} />
    </>
  );
}

function Current({ view: { current, waiting, clients }, onEdit }: { view: RetentionView; onEdit: () => void }) {
  const { t } = useTranslation();
  const mayManage = useMay('retention.manage');
  return (
    <section className="admin-section">
      <h2>{t('retention.current')}</h2>
      {current ? (
        <>
          <Signed version={current} />
          <ScheduleTable schedule={current.schedule} clients={clients} />
          <p className="admin-hint">{t('retention.precedence')}</p>
        </>
      ) : (
        <p>{t('retention.none')}</p>
      )}
      {mayManage && (
        <Acts>
          <Button disabled={waiting !== null} onClick={onEdit}>
            {t('retention.edit')}
          </Button>
          {waiting && <span>{t('retention.waitsFirst')}</span>}
        </Acts>
      )}
    </section>
  );
}

function Signed({ version: { version, proposed, decided, byOnePerson } }: { version: ScheduleVersion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (one: ScheduleVersion['decided']) => (one?.by ? format.text(one.by) : t('journal.system'));
  const at = format.dateTime((decided ?? proposed).at);
  return (
    <p className="admin-hint">
      {t('retention.version', { version })}
      {t('retention.join')}
      {t('retention.since', { who: name(proposed), by: name(decided), at })} <ByOnePerson when={byOnePerson} />
    </p>
  );
}

function History({ history, clients }: { history: readonly ScheduleVersion[]; clients: RetentionView['clients'] }) {
  const { t } = useTranslation();
  if (history.length === 0) return null;
  return (
    <section className="admin-section retention-history">
      <h2>{t('retention.history')}</h2>
      {history.map((version) => (
        <Unfold key={version.version} name={t('retention.version', { version: version.version })}>
          <Signed version={version} />
          <p>{version.reason}</p>
          <ScheduleTable schedule={version.schedule} clients={clients} />
        </Unfold>
      ))}
    </section>
  );
}

interface Props {
  waiting: NonNullable<RetentionView['waiting']>;
  clients: RetentionView['clients'];
}

/** The change that waits for a second person: what it would be, what it would do, and what this person may say to it. */
function ScheduleWaiting({ waiting, clients }: Props) {
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

/** Whether the clock is trusted; where it jumped, since when nothing is destroyed, and who says that it is right. */
function ClockPart({ stopped }: Pick<RetentionView, 'stopped'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayConfirm = useMay('retention.confirm_clock');
  const confirm = useConfirmClock();
  const again = useMayAgain(stopped?.asked?.at);
  if (!stopped)
    return (
      <section className="admin-section">
        <h2>{t('retention.clock.title')}</h2>
        <p className="admin-hint">{t('retention.clock.ok')}</p>
      </section>
    );
  const { jumped, at, seconds, asked } = stopped;
  const restored = jumped === 'restored';
  return (
    <section className="admin-section retention-stopped" role="alert">
      <h2>{t('retention.clock.title')}</h2>
      <p className="admin-wrong">
        {t(`retention.clock.${jumped}`, { at: format.dateTime(at), span: format.duration(seconds * 1000) })}
      </p>
      <p className="admin-hint">{t(restored ? 'retention.clock.restoredWhy' : 'retention.clock.why')}</p>
      {asked && (
        <p className="admin-hint">
          {t('retention.clock.restoredAsked', {
            who: asked.by ? format.text(asked.by) : '',
            at: format.dateTime(asked.at),
          })}
        </p>
      )}
      {asked?.mine && <AgainFrom first={asked.at} />}
      {asked?.mine && !again ? null : mayConfirm ? (
        <Acts>
          <AskFirst
            size="middle"
            ask={t(restored ? 'retention.clock.restoredSure' : 'retention.clock.ask')}
            loading={confirm.isPending}
            onYes={() => confirm.mutate(undefined)}
          >
            {t(
              !restored
                ? 'retention.clock.confirm'
                : asked
                  ? 'retention.clock.restoredConfirm'
                  : 'retention.clock.restoredAsk',
            )}
          </AskFirst>
        </Acts>
      ) : (
        <p className="admin-hint">{t('retention.clock.who')}</p>
      )}
      <Failed of={confirm} />
    </section>
  );
}
