import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatches } from 'react-router';
import { useFailure } from '../components/use-failure.js';
import { hasLeft, typedIsKept } from '../data/forgetting.js';
import { MeContext, useSession } from '../data/session.js';
import { bringAhead, firstLanguage, speakAll } from '../locales/i18n.js';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.js';
import { loaded, loadScreens, showsLists } from './later.js';
import '../components/notes.css';
import '../theme/plain.css';

const Inside = lazy(async () => ({ default: (await loaded(() => import('./inside.js'))).Inside }));
const PendingStep = lazy(async () => ({ default: (await loaded(() => import('./pending-step.js'))).PendingStep }));

/** After the sign-in screen is there, what comes behind it is fetched while a person types. */
const AHEAD_MS = 500;

/** Shows the shell to a signed-in person, and the sign-in screen to everyone else. */
export function SignedIn() {
  const session = useSession();
  const me = session.data;
  /** Who was signed in last on this page. */
  const [last, setLast] = useState<string | null>(null);
  const [spoken, setSpoken] = useState(false);
  const now = useMatches();
  const matches = useRef(now);
  // An idle session may only show lists.
  const open = me && !(me.idle && !showsLists(now));
  if (open && last === null) setLast(me.accountId);
  useEffect(() => {
    if (!me) return;
    // Beside the shell, not after it.
    loadScreens(matches.current);
    // Without it, or without storage, the page keeps what is typed itself.
    const brought = import('../data/typed.js')
      .then(({ bringTyped }) => bringTyped(me.accountId, me.typedKey))
      .catch(() => undefined);
    void speakAll(me.language).then(async (all) => {
      await brought;
      if (all) setSpoken(true);
    });
  }, [me]);
  useEffect(() => {
    if (me !== null) return;
    const timer = setTimeout(() => {
      import('./inside.js').catch(() => undefined);
      loadScreens(matches.current);
      bringAhead(firstLanguage());
    }, AHEAD_MS);
    return () => clearTimeout(timer);
  }, [me]);
  // What is known stays on the screen when asking again fails.
  if (me === undefined && session.isError)
    return <NoSession error={session.error} onRetry={() => void session.refetch()} />;
  if (me === undefined) return null;
  if (!open) return <SignInScreen lockedFor={hasLeft() ? null : (last ?? me?.accountId ?? null)} />;
  if (last !== null && last !== me.accountId) return <PageOfOneBefore />;
  if (!spoken) return null;
  if (me.pending !== null)
    return (
      <MeContext value={me}>
        <Suspense fallback={null}>
          <PendingStep step={me.pending} />
        </Suspense>
      </MeContext>
    );
  return (
    <MeContext value={me}>
      <Suspense fallback={null}>
        <Inside key={me.accountId} />
      </Suspense>
    </MeContext>
  );
}

/** Another person gets a page of their own: nothing that ran here for the one before goes on. */
function PageOfOneBefore() {
  useEffect(() => void typedIsKept().then(() => window.location.replace('/home')), []);
  return null;
}

function NoSession({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const { sentence } = useFailure(error);
  return (
    <div className="note note-failure" role="alert">
      <span>{sentence}</span>
      <button type="button" className="plain-button small" onClick={onRetry}>
        {t('failure.retry')}
      </button>
    </div>
  );
}
