import { roleSchema, type PersonDetail, type Role } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { DataTable } from '../../components/data-table.js';
import { Field } from '../../components/admin-page.js';
import { AskFirst } from '../../components/ask-first.js';
import { Failed } from '../../components/failure-note.js';
import { useClients } from '../../data/company.js';
import { usePropose, useRemoveRole } from '../../data/people.js';
import { useFormat } from '../../format/use-format.js';
import { ProposalTable } from './proposal-table.js';
import { useReach } from './use-reach.js';

/** Roles held, roles proposed, and a way to propose one: the second person approves elsewhere. */
export function RolesSection({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const reachOf = useReach();
  const remove = useRemoveRole(person.personId);
  return (
    <section className="admin-section">
      <h2>{t('person.roles')}</h2>
      {person.assignments.length === 0 && <p className="admin-hint">{t('person.noRoles')}</p>}
      {person.assignments.length > 0 && (
        <DataTable keepsColumns>
          {person.assignments.map(({ assignmentId, role, ...reach }) => (
            <tr key={assignmentId}>
              <td>{t(`shell.role.${role}`)}</td>
              <td>{reachOf(role, reach)}</td>
              <td>
                <AskFirst
                  ask={t('person.removeAsk', { role: t(`shell.role.${role}`) })}
                  aria-label={`${t('person.removeRole')} ${t(`shell.role.${role}`)}`}
                  onYes={() => remove.mutate(assignmentId)}
                  loading={remove.isPending}
                >
                  {t('person.removeRole')}
                </AskFirst>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <Failed of={remove} />
      {person.account && person.account.state !== 'closed' && <Propose person={person} />}
      {person.proposals.length > 0 && (
        <>
          <h2 style={{ marginTop: 16 }}>{t('person.proposals')}</h2>
          <ProposalTable proposals={person.proposals} />
        </>
      )}
    </section>
  );
}

function Propose({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const propose = usePropose();
  const clients = useClients().data?.clients ?? [];
  const [role, setRole] = useState<Role>('agent');
  const [reach, setReach] = useState(`team ${person.team.teamId}`);
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
  const send = () => {
    const [kind, id = null] = reach.split(' ');
    const own = role === 'agent';
    propose.mutate({
      personId: person.personId,
      role,
      teamId: !own && kind === 'team' ? id : null,
      clientId: !own && kind === 'client' ? id : null,
    });
  };
  return (
    <>
      <div className="admin-row">
        <Field htmlFor="role" label={t('person.role')}>
          <Select
            id="role"
            value={role}
            onChange={setRole}
            style={{ minWidth: 140 }}
            options={roleSchema.options.map((value) => ({ value, label: t(`shell.role.${value}`) }))}
          />
        </Field>
        <Field htmlFor="reach" label={t('person.reach')}>
          <Select
            id="reach"
            value={role === 'agent' ? 'own' : reach}
            disabled={role === 'agent'}
            onChange={setReach}
            popupMatchSelectWidth={false}
            style={{ minWidth: 200 }}
            options={role === 'agent' ? [{ value: 'own', label: t('person.ownCalls') }] : options}
          />
        </Field>
        <Button loading={propose.isPending} onClick={send}>
          {t('person.propose')}
        </Button>
      </div>
      <p className="admin-hint">{t('person.proposeHint')}</p>
      <Failed of={propose} />
    </>
  );
}
