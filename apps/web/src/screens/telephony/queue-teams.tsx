import { setQueueTeamSchema } from '#contracts';
import { z } from 'zod';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../components/acts.js';
import { DataList } from '../../components/data-table.js';
import { FormRow } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { useQueueTeams, useSetQueueTeam } from '../../data/telephony-sources.js';
import { TeamSelect } from '../people/team-select.js';

const newQueueSchema = setQueueTeamSchema.extend({ teamId: z.uuid() });

/** Which team answers for which queue: given, changed and taken away. */
export function QueueTeams() {
  const { t } = useTranslation();
  const queues = useQueueTeams();
  const [set, give] = [useSetQueueTeam(), useSetQueueTeam()];
  return (
    <section className="admin-section">
      <h2>{t('sources.queues')}</h2>
      <p className="admin-hint">{t('sources.queuesHint')}</p>
      <Failed of={set} />
      <DataList
        of={queues}
        rowsOf={({ items }) => items}
        empty={t('sources.noQueues')}
        caption={t('sources.queues')}
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
      <FormRow
        ok={t('sources.addQueue')}
        body={newQueueSchema}
        fields={[
          { of: 'queue', id: 'queue-name', label: t('sources.queue'), control: { style: { width: 180 } } },
          {
            of: 'teamId',
            id: 'queue-team',
            label: t('sources.team'),
            draw: ({ id, value, onChange }) => <TeamSelect id={id} value={value || undefined} onChange={onChange} />,
          },
        ]}
        change={give}
      />
    </section>
  );
}
