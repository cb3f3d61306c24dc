import { useTranslation } from 'react-i18next';
import { AbsenceSection } from './absence-section.js';
import { Button, Input, Segmented, Switch } from 'antd';
import { useShortcutsSwitch } from '../../components/keyboard.js';
import { useChooseLanguage, useMe } from '../../data/session.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { Facts } from '../../components/facts.js';
import { useState } from 'react';
import { Acts } from '../../components/acts.js';
import { FailureNote } from '../../components/failure-note.js';
import { useProveMail, useSecurity, useSendMailCode } from '../../data/account.js';
import { PasskeysSection } from './passkeys-section.js';
import { WhenRead } from '../../components/admin-page.js';
import { PasswordForm } from './password-form.js';
import { ProviderSection } from './provider-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import { TokensSection } from './tokens-section.js';
import { useChooseTold, useToldSettings } from '../../data/told-settings.js';
import { ChatLine } from './chat-line.js';
import { ToldForm } from './told-form.js';
import '../../components/admin.css';
import './account.css';

/** A person's own account: who it is, how it signs in, where it is signed in, and what programmes may do in its name. */
export function AccountScreen() {
  const { t } = useTranslation();
  return (
    <div className="admin column fills">
      <header className="row gap-4 padded">
        <h1>{t('account.title')}</h1>
      </header>
      <div className="admin-body">
        <AboutSection />
        <AbsenceSection />
        <MailSection />
        <PasswordSection />
        <PasskeysSection />
        <ProviderSection />
        <SecondFactorSection />
        <ToldSection />
        <SessionsSection />
        <TokensSection />
      </div>
    </div>
  );
}

/** On which ways a person is told of what, when, and in which chat. */
function ToldSection() {
  const { t } = useTranslation();
  const settings = useToldSettings();
  // Outlives the form, which begins again with what was saved.
  const choose = useChooseTold();
  return (
    <section className="admin-section" id="told">
      <h2>{t('toldSettings.title')}</h2>
      <p className="admin-hint">{t('toldSettings.about')}</p>
      <WhenRead of={settings}>
        {(read) => (
          <>
            <ChatLine chat={read.chat} />
            {/* What was saved is what the form begins with. */}
            <ToldForm
              key={JSON.stringify([read.kinds, read.quiet, read.digest, read.digestHour])}
              settings={read}
              choose={choose}
            />
          </>
        )}
      </WhenRead>
    </section>
  );
}

/** Who is signed in and in which roles; language and shortcuts. */
function AboutSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const language = useLanguage();
  const choose = useChooseLanguage();
  const [keysOn, setKeysOn] = useShortcutsSwitch();
  const roles = me.roles.map((role) => t(`shell.role.${role}`)).join(t('account.and'));
  return (
    <section className="admin-section">
      <h2>{format.text(me.name)}</h2>
      <Facts
        of={[
          [t('account.username'), me.username],
          [t('account.staffNumber'), me.staffNumber],
          [t('account.roles'), roles || t('account.noRole')],
          [t('account.timeZone'), format.zone()],
        ]}
      />
      <div className="account-choices row gap-6 dense above-3">
        <span>
          <span id="account-language">{t('account.language')}</span>
          <Segmented
            aria-labelledby="account-language"
            value={language}
            onChange={(value) => choose.mutate(value)}
            options={[
              { value: 'zh' as const, label: <span lang="zh">中文</span> },
              { value: 'en' as const, label: <span lang="en">English</span> },
            ]}
          />
        </span>
        <label>
          <Switch size="small" checked={keysOn} onChange={setKeysOn} />
          {t('shell.keyboardOn')}
        </label>
      </div>
    </section>
  );
}

/** Where the person is told by mail, and the proof that a changed address is theirs. */
function MailSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSecurity();
  const [code, setCode] = useState('');
  const [sent, prove] = [useSendMailCode(), useProveMail()];
  if (!data?.mail) return null;
  const { address, provedAt, canSend } = data.mail;
  return (
    <section className="admin-section">
      <h2>{t('account.mail')}</h2>
      <p>{address}</p>
      {provedAt !== null ? (
        <p className="admin-hint">{t('account.mailProved', { at: format.dateTime(provedAt) })}</p>
      ) : (
        <>
          <p className="admin-hint">{t(canSend ? 'account.mailUnproved' : 'account.mailOff')}</p>
          {canSend && (
            <Acts>
              <Button loading={sent.isPending} onClick={() => sent.mutate()}>
                {t('account.mailSend')}
              </Button>
              <Input
                id="mail-code"
                aria-label={t('account.mailCode')}
                placeholder={t('account.mailCode')}
                value={code}
                onChange={({ target }) => setCode(target.value)}
                style={{ width: 240 }}
              />
              <Button disabled={code.trim() === ''} loading={prove.isPending} onClick={() => prove.mutate(code)}>
                {t('account.mailConfirm')}
              </Button>
            </Acts>
          )}
          <span role="status" className="admin-done">
            {sent.isSuccess ? t('account.mailSent') : ''}
          </span>
          {(prove.error ?? sent.error) !== null && <FailureNote error={prove.error ?? sent.error} />}
        </>
      )}
    </section>
  );
}

/** Whether there is a password, since when, and the way to another one. */
function PasswordSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const security = useSecurity();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  if (security.data && !security.data.hasPassword)
    return (
      <section className="admin-section">
        <h2>{t('account.password')}</h2>
        <p className="admin-hint">{t('account.noPassword')}</p>
      </section>
    );
  return (
    <section className="admin-section">
      <h2>{t('account.password')}</h2>
      <WhenRead of={security}>
        {({ passwordChangedAt }) => (
          <p className="admin-hint">
            {passwordChangedAt
              ? t('account.passwordChanged', { at: format.dateTime(passwordChangedAt) })
              : t('account.passwordFirst')}
          </p>
        )}
      </WhenRead>
      {open ? (
        <PasswordForm
          onClose={(changed) => {
            setOpen(false);
            setDone(changed);
          }}
        />
      ) : (
        <Acts>
          <Button onClick={() => setOpen(true)}>{t('account.changePassword')}</Button>
          <span role="status" className="admin-done">
            {done ? t('account.passwordDone') : ''}
          </span>
        </Acts>
      )}
    </section>
  );
}
