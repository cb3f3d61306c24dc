import { useTranslation } from 'react-i18next';
import { PasskeyNotUsed } from '../data/passkeys.js';
import { FailureNote } from './failure-note.js';

/** Why a passkey did not do: the browser's question was closed, or the server refused what it signed. */
export function PasskeyFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof PasskeyNotUsed)
    return (
      <p className="admin-wrong" role="alert">
        {t('passkeys.notUsed')}
      </p>
    );
  return <FailureNote error={error} />;
}
