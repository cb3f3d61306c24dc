import { useEffect, useRef } from 'react';
import { FailureNote } from '../components/failure-note.js';
import { LiveProvider } from '../data/live.js';
import { MeContext, useSession } from '../data/session.js';
import { speak } from '../locales/i18n.js';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.js';
import { PendingStep } from './pending-step.js';
import { Shell } from './shell.js';

/** Shows the shell to whoever is signed in, and the sign-in screen to everybody else. */
export function SignedIn() {
  const session = useSession();
  const me = session.data;
  const wasSignedIn = useRef(false);
  useEffect(() => {
    if (!me) return;
    wasSignedIn.current = true;
    void speak(me.language);
  }, [me]);
  if (session.isError) return <FailureNote error={session.error} onRetry={() => void session.refetch()} />;
  if (me === undefined) return null;
  if (me === null) return <SignInScreen expired={wasSignedIn.current} />;
  if (me.pending !== null)
    return (
      <MeContext value={me}>
        <PendingStep step={me.pending} />
      </MeContext>
    );
  return (
    <MeContext value={me}>
      <LiveProvider key={me.accountId}>
        <Shell />
      </LiveProvider>
    </MeContext>
  );
}
