import type { PersonDetail } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Back } from '../../components/back.js';
import { Acts } from '../../components/acts.js';
import { AdminPage, Field, WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/ask-first.js';
import { Failed } from '../../components/failure-note.js';
import { useChangePerson, useLeave, usePerson } from '../../data/people.js';
import { useFormat } from '../../format/use-format.js';
import { AccountSection } from './account-section.js';
import { PersonExtensions } from './person-extensions.js';
import { RolesSection } from './roles-section.js';
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
            <AccountSection person={one} />
            <RolesSection person={one} />
            <PersonExtensions extensions={one.extensions} />
          </>
        )}
      </WhenRead>
    </AdminPage>
  );
}

function EditSection({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const change = useChangePerson(person.personId);
  const [zh, setZh] = useState(person.name.zh);
  const [en, setEn] = useState(person.name.en);
  const [teamId, setTeamId] = useState(person.team.teamId);
  const [email, setEmail] = useState(person.email ?? '');
  const address = email.trim() || null;
  const changed =
    address !== person.email || zh !== person.name.zh || en !== person.name.en || teamId !== person.team.teamId;
  const save = () => change.mutate({ name: { zh: zh.trim(), en: en.trim() }, teamId, email: address });
  return (
    <section className="admin-section">
      <h2>{t('person.edit')}</h2>
      <div className="admin-fields">
        <Field htmlFor="name-zh" label={t('people.nameZh')}>
          <Input id="name-zh" lang="zh" value={zh} maxLength={60} onChange={({ target }) => setZh(target.value)} />
        </Field>
        <Field htmlFor="name-en" label={t('people.nameEn')}>
          <Input id="name-en" lang="en" value={en} maxLength={60} onChange={({ target }) => setEn(target.value)} />
        </Field>
        <Field htmlFor="email" label={t('people.email')} hint={t('people.emailHint')}>
          <Input id="email" value={email} maxLength={254} onChange={({ target }) => setEmail(target.value)} />
        </Field>
        <Field htmlFor="team" label={t('people.team')} hint={t('person.teamNote')}>
          <TeamSelect id="team" value={teamId} onChange={setTeamId} />
        </Field>
      </div>
      <Failed of={change} />
      <Acts>
        <Button disabled={!changed || !zh.trim() || !en.trim()} loading={change.isPending} onClick={save}>
          {t('admin.save')}
        </Button>
        <span role="status" className="admin-done">
          {change.isSuccess && !changed ? t('admin.saved') : ''}
        </span>
        <span className="spring" />
        <Leaving person={person} />
      </Acts>
    </section>
  );
}

function Leaving({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const leave = useLeave(person.personId);
  const way = person.left ? 'return' : 'leave';
  return (
    <>
      <Failed of={leave} />
      <AskFirst
        size="middle"
        danger={!person.left}
        ask={t(person.left ? 'person.returnNote' : 'person.leaveAsk')}
        loading={leave.isPending}
        onYes={() => leave.mutate(way)}
      >
        {t(`person.${way}`)}
      </AskFirst>
    </>
  );
}
