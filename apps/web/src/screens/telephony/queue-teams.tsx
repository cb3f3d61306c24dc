import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/ask-first.js';
import { DataTable } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import { useQueueTeams, useSetQueueTeam } from '../../data/telephony-sources.js';
import { TeamSelect } from '../people/team-select.js';

/** Which team answers for which queue: given, changed and taken away. */
export function QueueTeams() {
  const { t } = useTranslation();
  const queues = useQueueTeams();
  const set = useSetQueueTeam();
  return (
    <section className="admin-section">
      <h2>{t('sources.queues')}</h2>
      <p className="admin-hint">{t('sources.queuesHint')}</p>
      <Failed of={set} />
      <WhenRead of={queues}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="note">{t('sources.noQueues')}</p>
          ) : (
            <DataTable
              caption={t('sources.queues')}
              rows={items}
              keyOf={({ queue }) => queue}
              columns={[
                { name: t('sources.queue'), cell: ({ queue }) => queue },
                {
                  name: t('sources.team'),
                  named: true,
                  cell: ({ queue, teamId }) => (
                    <TeamSelect
                      aria-label={t('sources.teamOf', { queue })}
                      value={teamId}
                      onChange={(to) => set.mutate({ queue, teamId: to })}
                    />
                  ),
                },
                {
                  name: { unseen: t('sources.actions') },
                  cell: ({ queue }) => (
                    <AskFirst
                      ask={t('sources.dropQueueAsk', { queue })}
                      aria-label={`${t('sources.dropQueue')} ${queue}`}
                      onYes={() => set.mutate({ queue, teamId: null })}
                    >
                      {t('sources.dropQueue')}
                    </AskFirst>
                  ),
                },
              ]}
            />
          )
        }
      </WhenRead>
      <NewQueue onGiven={(queue, teamId) => set.mutateAsync({ queue, teamId })} />
    </section>
  );
}

function NewQueue({ onGiven }: { onGiven: (queue: string, teamId: string) => Promise<unknown> }) {
  const { t } = useTranslation();
  const [queue, setQueue] = useState('');
  const [teamId, setTeamId] = useState<string>();
  const give = async () => {
    if (queue.trim() === '' || teamId === undefined) return;
    await onGiven(queue.trim(), teamId);
    setQueue('');
    setTeamId(undefined);
  };
  return (
    <form
      className="admin-row"
      onSubmit={(event) => {
        event.preventDefault();
        // What is refused is said above the table.
        give().catch(() => undefined);
      }}
    >
      <Field htmlFor="queue-name" label={t('sources.queue')}>
        <Input
          id="queue-name"
          value={queue}
          maxLength={60}
          style={{ width: 180 }}
          onChange={({ target }) => setQueue(target.value)}
        />
      </Field>
      <Field htmlFor="queue-team" label={t('sources.team')}>
        <TeamSelect id="queue-team" value={teamId} onChange={setTeamId} />
      </Field>
      <Button htmlType="submit" disabled={queue.trim() === '' || teamId === undefined}>
        {t('sources.addQueue')}
      </Button>
    </form>
  );
}
