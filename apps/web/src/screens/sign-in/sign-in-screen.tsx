import { BulbOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailure } from '../../components/failure-note.js';
import { Seal } from '../../components/seal.js';
import { useSignIn } from '../../data/session.js';
import { useLanguage } from '../../format/use-format.js';
import { speak } from '../../locales/i18n.js';
import { useThemeMode } from '../../theme/theme-mode.js';
import { WordMark } from '../../shell/word-mark.js';
import './sign-in.css';

/** `expired`: somebody was signed in on this page until just now. */
export function SignInScreen({ expired }: { expired: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="sign-in">
      <SignInBar />
      <main>
        <div className="sign-in-mark">
          <Seal size={44} />
          <p>{t('signIn.intro')}</p>
        </div>
        <h1>{t('signIn.title')}</h1>
        <SignInForm expired={expired} />
        <Link className="sign-in-open" to="/open-account">
          {t('openAccount.fromSignIn')}
        </Link>
      </main>
    </div>
  );
}

function SignInForm({ expired }: { expired: boolean }) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'username' | 'password' | null>(null);
  const nameField = useRef<InputRef>(null);
  const wordField = useRef<InputRef>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = username.trim() === '' ? 'username' : password === '' ? 'password' : null;
    setMissing(lacks);
    if (lacks === 'username') nameField.current?.focus();
    else if (lacks === 'password') wordField.current?.focus();
    else signIn.mutate({ username, password }, { onError: () => wordField.current?.focus({ cursor: 'all' }) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor="username">{t('signIn.username')}</label>
      <Input
        id="username"
        ref={nameField}
        value={username}
        onChange={(e) => setUsername(e.target.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        size="large"
        autoFocus
        status={missing === 'username' ? 'error' : ''}
        aria-describedby="sign-in-note"
      />
      <label htmlFor="password">{t('signIn.password')}</label>
      <Input.Password
        id="password"
        ref={wordField}
        value={password}
        onChange={(e) => setPassword(e.target.value)}
        autoComplete="current-password"
        maxLength={256}
        size="large"
        status={missing === 'password' ? 'error' : ''}
        aria-describedby="sign-in-note"
      />
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
      <SignInNote missing={missing} error={signIn.error} expired={expired} />
    </form>
  );
}

/** Keeps its place also when it has nothing to say, so that nothing jumps. */
function SignInNote(props: { missing: 'username' | 'password' | null; error: unknown; expired: boolean }) {
  const { t } = useTranslation();
  const failure = useFailure(props.error);
  const words = props.missing
    ? t(`signIn.${props.missing}Missing`)
    : props.error
      ? failure.sentence
      : props.expired
        ? t('signIn.expired')
        : '';
  return (
    <p id="sign-in-note" className="sign-in-note" role="alert">
      {words}
      {props.error && !props.missing && failure.ref ? <small>{t('failure.ref', { ref: failure.ref })}</small> : null}
    </p>
  );
}

function SignInBar() {
  const { t } = useTranslation();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const { mode, toggle } = useThemeMode();
  const themeName = t(mode === 'light' ? 'shell.toDark' : 'shell.toLight');
  return (
    <header>
      <WordMark />
      <span className="spring" />
      <Button
        type="text"
        icon={<GlobalOutlined />}
        aria-label={t('shell.switchLanguageName')}
        onClick={() => void speak(other)}
      >
        <span lang={other}>{t('shell.switchLanguage')}</span>
      </Button>
      <Button type="text" icon={<BulbOutlined />} aria-label={themeName} title={themeName} onClick={toggle} />
    </header>
  );
}
