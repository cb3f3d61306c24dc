import { useTranslation } from 'react-i18next';
import { useProviderSignOut } from '../../data/provider.js';
import { forgetSignedOut } from '../../data/signed-out.js';

/** Who signed out here is signed in at the provider still: on a machine that others use, they sign out there too. */
export function SignOutThere({ label }: { label: string }) {
  const { t } = useTranslation();
  const address = useProviderSignOut().data?.address;
  if (!address) return null;
  return (
    <p className="sign-in-note" role="status">
      <a href={address} onClick={forgetSignedOut}>
        {t('signIn.outThere', { label })}
      </a>
    </p>
  );
}
