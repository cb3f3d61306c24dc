import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../../../components/failure-note.js';
import { useCallPage, usePlayerState } from '../call-page.js';

/** On what terms one listens here; or why not; or why the sound stopped. */
export function ListeningTerms({ icon }: { icon: ReactNode }) {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const { phase, play, failure } = usePlayerState();
  const { sentence, ref } = useFailure(failure);
  if (!call.may.listen) {
    return (
      <span id="listening-terms" className="terms">
        {icon}
        {t(`listenRefusal.${call.may.listenRefusal ?? 'no_grant'}`)}
      </span>
    );
  }
  if (phase === 'failed') {
    return (
      <span id="listening-terms" className="terms terms-failed" role="alert">
        {failure ? sentence : t('player.lost')} {ref && t('failure.ref', { ref })}
      </span>
    );
  }
  const sound = play?.sound ?? call.may.sound;
  const code = play?.grantCode ?? call.may.grantCode;
  const given = call.may.requestGrants.find((one) => one.action === 'listen' && one.code === code);
  return (
    <span id="listening-terms" className="terms ruled">
      <span>
        {icon} {sound ? t(`redaction.sound.${sound}`) : t(`player.${play?.rendition ?? 'masked'}`)}
      </span>
      {code && <span>{t('player.grant', { code })}</span>}
      {!play && given && <span>{t('legal.playUnder', { count: given.playsLeft })}</span>}
      <span>{t('player.journalled')}</span>
    </span>
  );
}
