import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailure } from '../../components/use-failure.js';
import { part } from '../../components/opened/part.js';
import { EyeGlyph } from '../../components/plain-glyphs.js';
import { Seal } from '../../components/seal.js';
import { useSignIn } from '../../data/session.js';
import { hasTyped } from '../../data/forgetting.js';
import { EntranceBar } from '../../shell/entrance-bar.js';
import './sign-in.css';

// With the shapes of its routes, which the first view does without.
const OtherWays = part(() => import('./other-ways.js'));

/** @param lockedFor whose page it was: their session ended, or was left alone. Nothing of the page is left on the screen */
export function SignInScreen({ lockedFor }: { lockedFor: string | null }) {
  const { t } = useTranslation();
  const expired = lockedFor !== null;
  return (
    <div className="sign-in">
      <EntranceBar />
      <main>
        <div className="sign-in-mark">
          <Seal size={44} />
          <p>{t('signIn.intro')}</p>
        </div>
        <h1>{t(expired ? 'signIn.locked' : 'signIn.title')}</h1>
        {expired && (
          <p className="sign-in-locked" role="status">
            {t('signIn.lockedWhy')}
            {hasTyped(lockedFor) && ` ${t('signIn.typedKept')}`}
          </p>
        )}
        <SignInForm />
        <OtherWays />
        <Link className="sign-in-open" to="/open-account">
          {t('signIn.openAccount')}
        </Link>
      </main>
    </div>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<'username' | 'password' | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const wordField = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = username.trim() === '' ? 'username' : password === '' ? 'password' : null;
    setMissing(lacks);
    if (lacks === 'username') nameField.current?.focus();
    else if (lacks === 'password') wordField.current?.focus();
    else if (!signIn.isPending) signIn.mutate({ username, password }, { onError: () => wordField.current?.select() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor="username">{t('signIn.username')}</label>
      <div className="plain-field">
        <input
          id="username"
          ref={nameField}
          value={username}
          onChange={(e) => setUsername(e.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          autoFocus
          aria-invalid={missing === 'username'}
          aria-describedby="sign-in-note"
        />
      </div>
      <label htmlFor="password">{t('signIn.password')}</label>
      <div className="plain-field">
        <input
          id="password"
          ref={wordField}
          type={shown ? 'text' : 'password'}
          value={password}
          onChange={(e) => setPassword(e.target.value)}
          autoComplete="current-password"
          maxLength={256}
          aria-invalid={missing === 'password'}
          aria-describedby="sign-in-note"
        />
        <button
          type="button"
          className="plain-button quiet"
          aria-pressed={shown}
          aria-label={t('signIn.showPassword')}
          title={t('signIn.showPassword')}
          onClick={() => setShown(!shown)}
        >
          <EyeGlyph crossed={!shown} />
        </button>
      </div>
      <button className="plain-button primary" type="submit" aria-disabled={signIn.isPending}>
        {t('signIn.submit')}
      </button>
      <SignInNote missing={missing} error={signIn.error} />
    </form>
  );
}

/** Keeps its place also when it has nothing to say, so that nothing jumps. */
function SignInNote(props: { missing: 'username' | 'password' | null; error: unknown }) {
  const { t } = useTranslation();
  const failure = useFailure(props.error);
  const words = props.missing ? t(`signIn.${props.missing}Missing`) : props.error ? failure.sentence : '';
  return (
    <p id="sign-in-note" className="sign-in-note" role="alert">
      {words}
      {props.error && !props.missing && failure.ref ? <small>{t('failure.ref', { ref: failure.ref })}</small> : null}
    </p>
  );
}
