import { type Reach, type Role, roleSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useClients } from '../../data/company.js';
import { useFormat } from '../../format/use-format.js';

/** What a role is to reach: a team, a client, or every client; an agent's are the own calls. `team ID`, `client ID` or `all`. */
export function ReachSelect(props: { role: Role; reach: string; onChange: (reach: string) => void }) {
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
  const own = props.role === 'agent';
  return (
    <Field htmlFor="reach" label={t('person.reach')}>
      <Select
        id="reach"
        value={own ? 'own' : props.reach}
        disabled={own}
        onChange={props.onChange}
        popupMatchSelectWidth={false}
        style={{ minWidth: 200 }}
        options={own ? [{ value: 'own', label: t('person.ownCalls') }] : options}
      />
    </Field>
  );
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

/** Every role there is. */
export function RoleSelect({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation();
  return (
    <Field htmlFor="role" label={t('person.role')}>
      <Select
        id="role"
        value={role}
        onChange={onChange}
        style={{ minWidth: 140 }}
        options={roleSchema.options.map((value) => ({ value, label: t(`shell.role.${value}`) }))}
      />
    </Field>
  );
}
