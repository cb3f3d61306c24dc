import { type Reach, type Role, roleSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { FieldTable } from '../../components/form/fields.js';
import { Select } from '../../components/opened/select.js';
import { useClients } from '../../data/company.js';
import { useFormat } from '../../format/use-format.js';

/** A role and what it is to reach: `team ID`, `client ID`, or `all`. An agent's are the own calls. */
export const rightSchema = z.object({ role: roleSchema, reach: z.string() });

/** The fields of a right: every role there is; a team, a client, or every client. */
export function useRightFields(): (right: { role: Role | null }) => FieldTable<typeof rightSchema> {
  const { t } = useTranslation();
  const format = useFormat();
  const clients = useClients().data?.clients ?? [];
  const options = [
    ...clients.map((client) => ({
      label: format.text(client.name),
      title: format.text(client.name),
      options: [
        ...client.teams
          .filter(({ closed }) => !closed)
          .map(({ teamId, name }) => ({ value: `team ${teamId}`, label: format.text(name) })),
        {
          value: `client ${client.clientId}`,
          label: t('person.ofClient', { client: format.text(client.name) }),
        },
      ],
    })),
    { value: 'all', label: t('person.allClients') },
  ];
  return ({ role }) => {
    const wide = { popupMatchSelectWidth: false, style: { minWidth: 200 } };
    return [
      {
        of: 'role',
        id: 'role',
        label: t('person.role'),
        words: (one) => t(`shell.role.${one}`),
        control: { style: { minWidth: 140 } },
      },
      role === 'agent'
        ? {
            of: 'reach',
            id: 'reach',
            label: t('person.reach'),
            draw: ({ id }) => (
              <Select
                id={id}
                {...wide}
                disabled
                value="own"
                options={[{ value: 'own', label: t('person.ownCalls') }]}
              />
            ),
          }
        : { of: 'reach', id: 'reach', as: 'choice', label: t('person.reach'), options, control: wide },
    ];
  };
}

/** As it is sent. */
export function reachFrom(role: Role, reach: string): { teamId: string | null; clientId: string | null } {
  const [kind, id = null] = reach.split(' ');
  const own = role === 'agent';
  return { teamId: !own && kind === 'team' ? id : null, clientId: !own && kind === 'client' ? id : null };
}

/** What a role reaches, in words. */
export function useReach(): (role: Role, reach: Reach) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (role, { team, client }) => {
    if (role === 'agent') return t('person.ownCalls');
    if (team) return format.text(team.name);
    return client ? t('person.ofClient', { client: format.text(client.name) }) : t('person.allClients');
  };
}
