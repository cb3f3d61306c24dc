import { useTranslation } from 'react-i18next';
import { useFailure } from '../../components/use-failure.js';
import { keepPlace, useLeaveForProvider, useWaysIn } from '../../data/provider.js';
import { useLanguage } from '../../format/use-format.js';

/** Ways in besides a password, where there are any. */
export function OtherWays() {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = useWaysIn().data?.provider?.label[language];
  const leave = useLeaveForProvider();
  const failure = useFailure(leave.error);
  if (!label) return null;
  const go = () => {
    keepPlace();
    if (!leave.isPending) leave.mutate('sign_in');
  };
  return (
    <div className="sign-in-others">
      <button type="button" className="plain-button" aria-disabled={leave.isPending} onClick={go}>
        {t('signIn.with', { label })}
      </button>
      {leave.error ? (
        <p className="sign-in-note" role="alert">
          {failure.sentence}
          {failure.ref ? <small>{t('failure.ref', { ref: failure.ref })}</small> : null}
        </p>
      ) : null}
    </div>
  );
}
