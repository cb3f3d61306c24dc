import { type InvitationGiven, type PersonDetail, type SuspensionView, usernameSchema } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { z } from 'zod';
import { FormRow } from '../../components/dialogs.js';
import { CopyButton } from '../../components/copy-button.js';
import { Failed } from '../../components/failure-note.js';
import { RemovePasskeys, RemoveSecondFactor, UnlinkProvider } from '../../components/remove-proofs.js';
import { useProved } from '../../components/step-up.js';
import { useConfirmSuspension, useInvite, useRevokeInvitation } from '../../data/people.js';
import { useFormat } from '../../format/use-format.js';
import { AccountLock } from './account-lock.js';

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
      {!person.left && !given && !person.account && <NewAccount change={inviting} />}
      {!person.left && !given && (person.account || person.invitation) && (
        <Acts>
          {person.account && <Reset person={person} sending={invite.isPending} onInvite={() => void invite.send({})} />}
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
    <div className="admin-code row rounded padded-box around-2 measure" role="status">
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

const newAccountSchema = z.object({ username: usernameSchema, language: z.enum(['company', 'zh', 'en']) });

function NewAccount({ change }: { change: ReturnType<typeof useInvite> }) {
  const { t } = useTranslation();
  return (
    <FormRow
      ok={t('person.invite')}
      primary
      body={newAccountSchema}
      start={{ language: 'company' }}
      fields={[
        {
          of: 'username',
          id: 'username',
          label: t('person.username'),
          hint: t('person.usernameHint'),
          max: 40,
          control: { autoCapitalize: 'none', spellCheck: false },
        },
        {
          of: 'language',
          id: 'language',
          label: t('person.language'),
          words: (one) => t(`person.languages.${one}`),
          control: { style: { minWidth: 120 } },
        },
      ]}
      change={change}
      as={({ username, language }) => ({ username, ...(language !== 'company' && { language }) })}
    />
  );
}

/** Says that a person's rights wait, with the button for those who may confirm them. */
export function Suspension({ suspension }: { suspension: SuspensionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { person, cause, causedBy, at, opened, mayConfirm } = suspension;
  const confirm = useProved(useConfirmSuspension());
  const who = causedBy ? format.text(causedBy) : t('suspension.command');
  return (
    <div className="suspension sunk padded-box around-2 measure" role="note">
      <p>
        {t(`suspension.cause.${cause}`, { who, at: format.dateTime(at) })}{' '}
        {t(cause === 'opened_first' ? 'suspension.waitsFirst' : 'suspension.waits')}
      </p>
      {mayConfirm ? (
        <AskFirst
          size="middle"
          ask={t('suspension.ask', { name: format.text(person.name) })}
          loading={confirm.isPending}
          onYes={() => void confirm.send(person.personId)}
        >
          {t('suspension.confirm')}
        </AskFirst>
      ) : (
        <p className="admin-hint">{t(opened ? 'suspension.another' : 'suspension.notOpened')}</p>
      )}
      {confirm.said}
    </div>
  );
}
