import type { PersonDetail, Role } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { DataTable } from '../../components/data-table.js';
import { AskFirst } from '../../components/ask-first.js';
import { Failed } from '../../components/failure-note.js';
import { useProved } from '../../components/step-up.js';
import { usePropose, useRemoveRole } from '../../data/people.js';
import { ProposalTable } from './proposal-table.js';
import { reachFrom, ReachSelect, RoleSelect, useReach } from './reach-select.js';

/** Roles held, roles proposed, and a way to propose one: the second person approves elsewhere. */
export function RolesSection({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const reachOf = useReach();
  const remove = useProved(useRemoveRole(person.personId));
  return (
    <section className="admin-section">
      <h2>{t('person.roles')}</h2>
      {person.assignments.length === 0 && <p className="admin-hint">{t('person.noRoles')}</p>}
      {person.assignments.length > 0 && (
        <DataTable keepsColumns>
          {person.assignments.map(({ assignmentId, role, byOnePerson, ...reach }) => (
            <tr key={assignmentId}>
              <td>
                {t(`shell.role.${role}`)}
                <ByOnePerson when={byOnePerson} />
              </td>
              <td>{reachOf(role, reach)}</td>
              <td>
                <AskFirst
                  ask={t('person.removeAsk', { role: t(`shell.role.${role}`) })}
                  aria-label={`${t('person.removeRole')} ${t(`shell.role.${role}`)}`}
                  onYes={() => void remove.send(assignmentId)}
                  loading={remove.isPending}
                >
                  {t('person.removeRole')}
                </AskFirst>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {remove.said}
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
  const propose = usePropose();
  const [role, setRole] = useState<Role>('agent');
  const [reach, setReach] = useState(`team ${person.team.teamId}`);
  const send = () => {
    propose.mutate({ personId: person.personId, role, ...reachFrom(role, reach) });
  };
  return (
    <>
      <div className="admin-row">
        <RoleSelect role={role} onChange={setRole} />
        <ReachSelect role={role} reach={reach} onChange={setReach} />
        <Button loading={propose.isPending} onClick={send}>
          {t('person.propose')}
        </Button>
      </div>
      <p className="admin-hint">{t('person.proposeHint')}</p>
      <Failed of={propose} />
    </>
  );
}
