import type { InvitationGiven, Language, PersonDetail } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { AskFirst } from '../../components/ask-first.js';
import { CopyButton } from '../../components/copy-button.js';
import { Failed } from '../../components/failure-note.js';
import { RemovePasskeys, RemoveSecondFactor, UnlinkProvider } from '../../components/remove-proofs.js';
import { useProved } from '../../components/step-up.js';
import { useInvite, useRevokeInvitation } from '../../data/people.js';
import { useFormat } from '../../format/use-format.js';
import { AccountLock } from './account-lock.js';
import { Suspension } from './suspension.js';

/** How the person signs in. A code is shown once, to its maker. */
export function AccountSection({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const inviting = useInvite(person.personId);
  const invite = useProved(inviting);
  const revoke = useRevokeInvitation(person.personId);
  const given = inviting.data;
  return (
    <section className="admin-section">
      <h2>{t('person.account')}</h2>
      <AccountFacts person={person} />
      <AccountLock person={person} />
      {person.suspension && <Suspension suspension={person.suspension} />}
      {given && <Code given={given} onDone={() => inviting.reset()} />}
      {!person.left && !given && (
        <Acts>
          {person.account ? (
            <Reset person={person} sending={invite.isPending} onInvite={() => void invite.send({})} />
          ) : (
            <NewAccount sending={invite.isPending} onInvite={(body) => void invite.send(body)} />
          )}
          {person.invitation && (
            <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('person.revoke')}
            </Button>
          )}
        </Acts>
      )}
      {person.secondFactor && (
        <Acts>
          <span className="admin-hint">{t('people.secondFactor')}</span>
          <RemoveSecondFactor accountId={person.secondFactor.accountId} />
        </Acts>
      )}
      {person.passkeys && (
        <Acts>
          <span className="admin-hint">{t('passkeys.personHas', { count: person.passkeys.count })}</span>
          <RemovePasskeys accountId={person.passkeys.accountId} />
        </Acts>
      )}
      {person.provider && (
        <Acts>
          <span className="admin-hint">
            {t('provider.personSince', { at: format.dateTime(person.provider.since) })}
          </span>
          <UnlinkProvider accountId={person.provider.accountId} />
        </Acts>
      )}
      <Failed of={revoke} />
      {invite.said}
    </section>
  );
}

function AccountFacts({ person: { account, invitation, notice, language } }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!account) return <p className="admin-hint">{t('person.noAccount')}</p>;
  return (
    <>
      <p className="ruled">
        <span>{t('person.accountIs', { username: account.username, state: t(`people.states.${account.state}`) })}</span>
        {language && <span>{t(`person.languages.${language}`)}</span>}
      </p>
      <p className="admin-hint">
        {notice
          ? t('person.acknowledged', { version: notice.version, at: format.dateTime(notice.at) })
          : t('person.notAcknowledged')}
      </p>
      {invitation && (
        <p className="admin-hint">
          {t('person.invitation', { at: format.dateTime(invitation.expiresAt) })}{' '}
          {invitation.wrongTries > 0 && t('person.wrongTries', { count: invitation.wrongTries })}
        </p>
      )}
    </>
  );
}

function Code({ given, onDone }: { given: InvitationGiven; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="admin-code" role="status">
      <span>{given.username}</span>
      <b aria-label={t('person.code')} className="invitation-code">
        {given.code}
      </b>
      <CopyButton text={given.code} label={t('person.copyCode')} />
      <span className="admin-hint">{t('person.codeOnce', { address: `${window.location.origin}/open-account` })}</span>
      <Button size="small" onClick={onDone}>
        {t('person.done')}
      </Button>
    </div>
  );
}

function Reset(props: { person: PersonDetail; sending: boolean; onInvite: () => void }) {
  const { t } = useTranslation();
  const open = props.person.account?.state === 'open';
  if (!open)
    return (
      <Button loading={props.sending} onClick={props.onInvite}>
        {t('person.invite')}
      </Button>
    );
  return (
    <AskFirst size="middle" ask={t('person.resetAsk')} loading={props.sending} onYes={props.onInvite}>
      {t('person.reset')}
    </AskFirst>
  );
}

function NewAccount(props: { sending: boolean; onInvite: (body: { username: string; language?: Language }) => void }) {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [language, setLanguage] = useState<Language | 'company'>('company');
  return (
    <div className="admin-row">
      <Field htmlFor="username" label={t('person.username')} hint={t('person.usernameHint')}>
        <Input
          id="username"
          value={username}
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => setUsername(target.value)}
        />
      </Field>
      <Field htmlFor="language" label={t('person.language')}>
        <Select
          id="language"
          value={language}
          onChange={setLanguage}
          style={{ minWidth: 120 }}
          options={(['company', 'zh', 'en'] as const).map((value) => ({
            value,
            label: t(`person.languages.${value}`),
          }))}
        />
      </Field>
      <Button
        type="primary"
        disabled={!username.trim()}
        loading={props.sending}
        onClick={() =>
          props.onInvite({
            username: username.trim().toLowerCase(),
            ...(language !== 'company' && { language }),
          })
        }
      >
        {t('person.invite')}
      </Button>
    </div>
  );
}
