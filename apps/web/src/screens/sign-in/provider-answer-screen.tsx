import type { ProviderSignIn } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFailure } from '../../components/use-failure.js';
import { RequestFailure } from '../../data/http.js';
import { finishAtProvider, keptPlace, tellProved } from '../../data/provider.js';
import { nowIs } from '../../data/forgetting.js';
import { EntrancePage } from '../open-account/entrance-page.js';

/** Each answer is taken once, also where React draws this page twice. */
let asked: Promise<ProviderSignIn> | null = null;
const answerOnce = (): Promise<ProviderSignIn> => (asked ??= finishAtProvider(location.search.slice(1)));

/** Where the company's identity provider sends people back to: what it answered is sent on, and they go where they were going. */
export function ProviderAnswerScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [failed, setFailed] = useState<unknown>(null);
  const [proved, setProved] = useState(false);
  useEffect(() => {
    const answered = answerOnce();
    // The code in the address is spent, and belongs in no history.
    history.replaceState(null, '', location.pathname);
    answered.then(
      ({ purpose, me }) => {
        asked = null;
        if (purpose === 'again') {
          tellProved();
          setProved(true);
          window.close();
          return;
        }
        nowIs(client, me);
        void navigate(purpose === 'link' ? '/account' : keptPlace(), { replace: true });
      },
      (error: unknown) => {
        asked = null;
        setFailed(error);
      },
    );
  }, [client, navigate]);
  return (
    <EntrancePage>
      <h1>{t('provider.title')}</h1>
      {failed ? <Refused error={failed} /> : <p role="status">{t(proved ? 'provider.proved' : 'provider.reading')}</p>}
    </EntrancePage>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const failure = useFailure(error);
  const unknown = error instanceof RequestFailure && error.problem?.code === 'provider_unknown';
  return (
    <>
      <p role="alert">{failure.sentence}</p>
      {failure.ref && !unknown ? <p className="entrance-intro">{t('failure.ref', { ref: failure.ref })}</p> : null}
      <div className="entrance-actions">
        {unknown && <Link to="/open-account?with=provider">{t('provider.haveCode')}</Link>}
        <Link to="/" reloadDocument>
          {t('openAccount.toSignIn')}
        </Link>
      </div>
    </>
  );
}
