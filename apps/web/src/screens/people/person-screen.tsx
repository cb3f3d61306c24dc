import { asGiven, type ExtensionAssignmentView, inBoth, type PersonDetail } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useProved } from '../../components/step-up.js';
import { Back, Acts, AskFirst } from '../../components/acts.js';
import { AdminPage, Field, WhenRead } from '../../components/admin-page.js';
import { useChangePerson, useLeave, usePerson, usePropose, useRemoveRole } from '../../data/people.js';
import { useFormat, useNameOrder } from '../../format/use-format.js';
import { AccountSection } from './account-section.js';
import { ByOnePerson } from '../../components/one-person.js';
import { DataTable } from '../../components/data-table.js';
import { FormRow } from '../../components/dialogs.js';
import { ProposalTable } from './proposal-table.js';
import { reachFrom, rightSchema, useReach, useRightFields } from './reach-select.js';
import { TeamSelect } from './team-select.js';

/** One person: name and team, account, roles, extensions. */
export function PersonScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const { personId = '' } = useParams();
  const person = usePerson(personId);
  const title = person.data ? format.text(person.data.name) : t('people.title');
  const head = (
    <>
      <Back to="/people">{t('people.back')}</Back>
      {person.data && <span>{person.data.staffNumber}</span>}
      {person.data?.left && <span className="admin-tag">{t('people.left')}</span>}
    </>
  );
  return (
    <AdminPage title={title} needs="people.manage" head={head}>
      <WhenRead of={person}>
        {(one) => (
          <>
            <EditSection key={one.personId} person={one} />
            <AccountSection key={`account ${one.personId}`} person={one} />
            <RolesSection key={`roles ${one.personId} ${one.team.teamId}`} person={one} />
            <PersonExtensions extensions={one.extensions} />
          </>
        )}
      </WhenRead>
    </AdminPage>
  );
}

function EditSection({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const changing = useChangePerson(person.personId);
  const change = useProved(changing);
  const [name, setName] = useState(() => asGiven(person.name));
  const inOrder = useNameOrder();
  const [teamId, setTeamId] = useState(person.team.teamId);
  const [email, setEmail] = useState(person.email ?? '');
  const address = email.trim() || null;
  const given = inBoth({ zh: name.zh.trim(), en: name.en.trim() });
  const renamed = given.zh !== person.name.zh || given.en !== person.name.en;
  const changed = address !== person.email || renamed || teamId !== person.team.teamId;
  const save = () => void change.send({ name: given, teamId, email: address });
  return (
    <section className="admin-section">
      <h2>{t('person.edit')}</h2>
      <div className="admin-fields">
        {inOrder.map((language) => (
          <Field
            key={language}
            htmlFor={`name-${language}`}
            label={t(language === 'zh' ? 'people.nameZh' : 'people.nameEn')}
            {...(language === inOrder.at(-1) && { hint: t('admin.oneName') })}
          >
            <Input
              id={`name-${language}`}
              lang={language}
              value={name[language]}
              maxLength={60}
              onChange={({ target }) => setName({ ...name, [language]: target.value })}
            />
          </Field>
        ))}
        <Field htmlFor="email" label={t('people.email')} hint={t('people.emailHint')}>
          <Input id="email" value={email} maxLength={254} onChange={({ target }) => setEmail(target.value)} />
        </Field>
        <Field htmlFor="team" label={t('people.team')} hint={t('person.teamNote')}>
          <TeamSelect id="team" value={teamId} onChange={setTeamId} />
        </Field>
      </div>
      {change.said}
      <Acts>
        <Button disabled={!changed || !given.zh} loading={change.isPending} onClick={save}>
          {t('admin.save')}
        </Button>
        <span role="status" className="admin-done">
          {changing.isSuccess && !changed ? t('admin.saved') : ''}
        </span>
        <span className="spring" />
        <Leaving person={person} />
      </Acts>
    </section>
  );
}

function Leaving({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const leave = useProved(useLeave(person.personId));
  const way = person.left ? 'return' : 'leave';
  return (
    <>
      {leave.said}
      <AskFirst
        size="middle"
        danger={!person.left}
        ask={t(person.left ? 'person.returnNote' : 'person.leaveAsk')}
        loading={leave.isPending}
        onYes={() => void leave.send(way)}
      >
        {t(`person.${way}`)}
      </AskFirst>
    </>
  );
}

/** Where the person sat, the newest first. */
function PersonExtensions({ extensions }: { extensions: readonly ExtensionAssignmentView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('person.extensions')}</h2>
      {extensions.length === 0 ? (
        <p className="admin-hint">{t('person.noExtensions')}</p>
      ) : (
        <DataTable keepsColumns>
          {extensions.map(({ assignmentId, extension, from, to }) => (
            <tr key={assignmentId}>
              <td>{extension}</td>
              <td>{format.dateTime(from)}</td>
              <td>{to ? format.dateTime(to) : t('person.until')}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

/** Roles held, roles proposed, and a way to propose one: the second person approves elsewhere. */
function RolesSection({ person }: { person: PersonDetail }) {
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
  const fieldsOf = useRightFields();
  return (
    <>
      <FormRow
        ok={t('person.propose')}
        body={rightSchema}
        start={{ role: 'agent', reach: `team ${person.team.teamId}` }}
        fields={fieldsOf}
        keeps={['role', 'reach']}
        change={usePropose()}
        as={({ role, reach }) => ({ personId: person.personId, role, ...reachFrom(role, reach) })}
      />
      <p className="admin-hint">{t('person.proposeHint')}</p>
    </>
  );
}
