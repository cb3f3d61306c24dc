import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasskeyFailure } from '../../components/passkey-failure.js';
import { useFailure } from '../../components/use-failure.js';
import { useGiveCode, useMoreTime } from '../../data/account.js';
import { usePasskeySecondFactor } from '../../data/passkeys.js';
import { useMe, useSession } from '../../data/session.js';
import { useSignOut } from '../../data/sign-out.js';
import { EntrancePage } from '../open-account/entrance-page.js';

/** How long before the end the page warns people. */
const WARN_SECONDS = 60;

/** The second step of signing in: six digits from the authenticator, or a recovery code. */
export function SecondFactorScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const give = useGiveCode();
  const signOut = useSignOut();
  const [code, setCode] = useState('');
  const failure = useFailure(give.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length >= 6) give.mutate(code);
  };
  return (
    <EntrancePage>
      {me.secondFactor ? (
        <>
          <h1>{t('giveCode.title')}</h1>
          <p className="entrance-intro">{t('giveCode.intro', { username: me.username })}</p>
          <form onSubmit={submit} noValidate>
            <label htmlFor="code">{t('giveCode.code')}</label>
            <Input
              id="code"
              size="large"
              value={code}
              inputMode="text"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              maxLength={40}
              aria-describedby="code-note"
              onChange={({ target }) => setCode(target.value)}
            />
            <div className="entrance-actions">
              <Button
                type="primary"
                size="large"
                htmlType="submit"
                loading={give.isPending}
                disabled={code.trim().length < 6}
              >
                {t('giveCode.submit')}
              </Button>
              <Button size="large" onClick={() => signOut.mutate()}>
                {t('giveCode.other')}
              </Button>
            </div>
            <p id="code-note" className="entrance-note" role="alert">
              {give.error ? failure.sentence : ''}
            </p>
          </form>
        </>
      ) : (
        <>
          <h1>{t('secondFactorNeeded.passkeyTitle')}</h1>
          <p className="entrance-intro">{t('secondFactorNeeded.passkeyAbout', { username: me.username })}</p>
          <Button size="large" onClick={() => signOut.mutate()}>
            {t('giveCode.other')}
          </Button>
        </>
      )}
      {me.proofs.includes('passkey') && <ByPasskey />}
      <p className="entrance-intro">{me.secondFactor ? t('giveCode.lost') : t('secondFactorNeeded.passkeyLost')}</p>
      <TimeLeft until={me.pendingUntil} />
    </EntrancePage>
  );
}

/** A passkey in place of the code: it checks its user as well. */
function ByPasskey() {
  const { t } = useTranslation();
  const passkey = usePasskeySecondFactor();
  return (
    <>
      <Button size="large" loading={passkey.isPending} onClick={() => passkey.mutate(undefined)}>
        {t('passkeys.use')}
      </Button>
      {passkey.error ? <PasskeyFailure error={passkey.error} /> : null}
    </>
  );
}

/** Warns a minute before the time is over, and offers more; afterwards the sign-in screen says that it is over. */
function TimeLeft({ until }: { until: string | null }) {
  const { t } = useTranslation();
  const more = useMoreTime();
  const session = useSession();
  const failure = useFailure(more.error);
  const left = useSecondsUntil(until);
  const { refetch } = session;
  useEffect(() => {
    if (left === 0) void refetch();
  }, [left, refetch]);
  if (left === null || left > WARN_SECONDS) return null;
  return (
    <div className="entrance-intro" role="status">
      <span aria-hidden>{t('giveCode.left', { count: left })}</span>
      <span className="seen-by-readers-only">{t('giveCode.leftSaid')}</span>{' '}
      <Button size="small" loading={more.isPending} onClick={() => more.mutate()}>
        {t('giveCode.more')}
      </Button>
      {more.error ? <p>{failure.sentence}</p> : null}
    </div>
  );
}

function useSecondsUntil(until: string | null): number | null {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return until === null ? null : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
}
