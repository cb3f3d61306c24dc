import type { RetentionView, ScheduleVersion } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { Acts } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { Unfold } from '../../components/unfold.js';
import { useRetention } from '../../data/retention.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { ClockPart } from './clock-part.js';
import { RetentionPage } from './retention-page.js';
import { ScheduleEditor } from './schedule-editor.js';
import { ScheduleTable } from './schedule-table.js';
import { ScheduleWaiting } from './schedule-waiting.js';
import { TryCall } from './try-call.js';

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
