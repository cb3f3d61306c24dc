import { useTranslation } from 'react-i18next';
import { useFailure } from '../../components/use-failure.js';
import { keepPlace, useLeaveForProvider, useProviderSignOut, useWaysIn } from '../../data/provider.js';
import { forgetSignedOut } from '../../data/signed-out.js';
import { knowsPasskeys, PasskeyNotUsed, usePasskeySignIn } from '../../data/passkeys.js';
import { useLanguage } from '../../format/use-format.js';

/** Ways in besides a password, where there are any. */
export function OtherWays() {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = useWaysIn().data?.provider?.label[language];
  const leave = useLeaveForProvider();
  const passkey = usePasskeySignIn();
  const failed = leave.error ?? passkey.error;
  const failure = useFailure(failed);
  if (!label && !knowsPasskeys()) return null;
  const go = () => {
    keepPlace();
    if (!leave.isPending) leave.mutate('sign_in');
  };
  return (
    <div className="sign-in-others">
      {label && (
        <button type="button" className="plain-button" aria-disabled={leave.isPending} onClick={go}>
          {t('signIn.with', { label })}
        </button>
      )}
      {knowsPasskeys() && (
        <button
          type="button"
          className="plain-button"
          aria-disabled={passkey.isPending}
          onClick={() => !passkey.isPending && passkey.mutate(undefined)}
        >
          {t('signIn.passkey')}
        </button>
      )}
      {label && <SignOutThere label={label} />}
      {failed ? (
        <p className="sign-in-note" role="alert">
          {failed instanceof PasskeyNotUsed ? t('signIn.passkeyNotUsed') : failure.sentence}
          {failure.ref ? <small>{t('failure.ref', { ref: failure.ref })}</small> : null}
        </p>
      ) : null}
    </div>
  );
}

/** Who signed out here is signed in at the provider still: on a machine that others use, they sign out there too. */
function SignOutThere({ label }: { label: string }) {
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
