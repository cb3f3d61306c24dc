import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../../components/use-failure.js';
import { leaveForProvider } from '../../data/provider.js';
import { EntrancePage } from '../open-account/entrance-page.js';

/** A window of its own on its way to the identity provider, so that the page that asks for a proof stays as it is. */
export function ProviderAgainScreen() {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<unknown>(null);
  const failure = useFailure(failed);
  useEffect(() => {
    leaveForProvider('again').catch(setFailed);
  }, []);
  return (
    <EntrancePage>
      <h1>{t('provider.title')}</h1>
      {failed ? <p role="alert">{failure.sentence}</p> : <p role="status">{t('provider.leaving')}</p>}
    </EntrancePage>
  );
}
