import { type InvitationCheck, type InvitationView, languageSchema } from '#contracts';
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailure } from '../../components/use-failure.js';
import { useCheckInvitation, useOpenAccount } from '../../data/notice.js';
import { useWaysIn } from '../../data/provider.js';
import { useLanguage } from '../../format/use-format.js';
import { offer } from '../../locales/i18n.js';
import { part } from '../../components/opened/part.js';
import { NoticeText, EntrancePage } from './entrance-page.js';
import '../../components/admin.css';

const ProviderStep = part(() => import('./provider-step.js'));

/** From a code to an open account: who, the notice that calls are recorded, a password. */
export function OpenAccountScreen() {
  const { t } = useTranslation();
  const [claim, setClaim] = useState<InvitationCheck | null>(null);
  const [invited, setInvited] = useState<InvitationView | null>(null);
  const [done, setDone] = useState(false);
  const label = useWaysIn().data?.provider?.label;
  // Only who has just come from the provider can open an account with it.
  const provider = new URLSearchParams(location.search).get('with') === 'provider' ? label : undefined;
  if (done)
    return (
      <EntrancePage>
        <h1>{t('openAccount.title')}</h1>
        <p role="status">{t('openAccount.done')}</p>
        <div className="entrance-actions">
          <Link to="/">{t('openAccount.toSignIn')}</Link>
        </div>
      </EntrancePage>
    );
  if (claim && invited)
    return (
      <EntrancePage wide>
        {provider ? (
          <ProviderStep claim={claim} invited={invited} label={provider} />
        ) : (
          <PasswordStep claim={claim} invited={invited} onDone={() => setDone(true)} />
        )}
      </EntrancePage>
    );
  return (
    <EntrancePage>
      <CodeStep
        onInvited={(given, view) => {
          void offer(view.language);
          setClaim(given);
          setInvited(view);
        }}
      />
    </EntrancePage>
  );
}

/** A link may bring name and code along behind its `#`, which browsers keep to themselves. */
function CodeStep({ onInvited }: { onInvited: (claim: InvitationCheck, invited: InvitationView) => void }) {
  const { t } = useTranslation();
  const check = useCheckInvitation();
  const failure = useFailure(check.error);
  const [given] = useState(() => new URLSearchParams(location.hash.slice(1)));
  const [username, setUsername] = useState(given.get('username') ?? '');
  const [code, setCode] = useState(given.get('code') ?? '');
  const [missing, setMissing] = useState(false);
  const language = languageSchema.safeParse(given.get('language')).data;
  useEffect(() => {
    if (language) void offer(language);
  }, [language]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const claim = { username: username.trim(), code: code.trim() };
    const lacks = !claim.username || !claim.code;
    setMissing(lacks);
    if (!lacks) check.mutate(claim, { onSuccess: (view) => onInvited(claim, view) });
  };
  return (
    <>
      <h1>{t('openAccount.title')}</h1>
      <p className="entrance-intro">{t('openAccount.intro')}</p>
      <form onSubmit={submit} noValidate>
        <label htmlFor="open-username">{t('openAccount.username')}</label>
        <Input
          id="open-username"
          size="large"
          value={username}
          maxLength={80}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          aria-describedby="open-note"
          onChange={({ target }) => setUsername(target.value)}
        />
        <label htmlFor="open-code">{t('openAccount.code')}</label>
        <Input
          id="open-code"
          className="mono"
          size="large"
          value={code}
          maxLength={40}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="open-note"
          onChange={({ target }) => setCode(target.value)}
        />
        <Button type="primary" size="large" htmlType="submit" block loading={check.isPending} style={{ marginTop: 24 }}>
          {t('openAccount.next')}
        </Button>
        <p id="open-note" className="entrance-note" role="alert">
          {missing ? t('openAccount.missing') : check.error ? failure.sentence : ''}
        </p>
      </form>
    </>
  );
}

interface StepProps {
  claim: InvitationCheck;
  invited: InvitationView;
  onDone: () => void;
}

function PasswordStep({ claim, invited, onDone }: StepProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = useOpenAccount();
  const failure = useFailure(open.error);
  const [read, setRead] = useState(false);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<'confirmMissing' | 'different' | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = !read ? 'confirmMissing' : password !== again ? 'different' : null;
    setWrong(lacks);
    if (lacks) return;
    const notice = { version: invited.notice.version, language };
    open.mutate({ ...claim, password, notice }, { onSuccess: onDone });
  };
  return (
    <>
      <h1>{t('openAccount.hello', { name: invited.name[language] })}</h1>
      <h2>{t('openAccount.read')}</h2>
      <NoticeText notice={invited.notice} />
      <form onSubmit={submit} noValidate className="entrance-form">
        <Checkbox checked={read} onChange={({ target }) => setRead(target.checked)}>
          {t('openAccount.confirm')}
        </Checkbox>
        <h2>{t('openAccount.choose')}</h2>
        <span className="entrance-intro" id="password-hint">
          {t('openAccount.hint')}
        </span>
        <input type="hidden" name="username" autoComplete="username" value={invited.username} />
        {(
          [
            ['new-password', 'password', password, setPassword],
            ['new-again', 'again', again, setAgain],
          ] as const
        ).map(([id, word, value, set]) => (
          <PasswordField key={id} id={id} label={t(`openAccount.${word}`)} value={value} onChange={set} />
        ))}
        <Button type="primary" size="large" htmlType="submit" block loading={open.isPending} style={{ marginTop: 24 }}>
          {t('openAccount.open')}
        </Button>
        <p id="open-note" className="entrance-note" role="alert">
          {wrong ? t(`openAccount.${wrong}`) : open.error ? failure.sentence : ''}
        </p>
      </form>
    </>
  );
}

function PasswordField(props: { id: string; label: string; value: string; onChange: (value: string) => void }) {
  return (
    <>
      <label htmlFor={props.id}>{props.label}</label>
      <Input.Password
        id={props.id}
        size="large"
        value={props.value}
        maxLength={256}
        autoComplete="new-password"
        aria-describedby="password-hint open-note"
        onChange={({ target }) => props.onChange(target.value)}
      />
    </>
  );
}
