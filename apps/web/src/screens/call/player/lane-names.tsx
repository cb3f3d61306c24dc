import { useTranslation } from 'react-i18next';
import { useCallPage } from '../call-page.js';
import { useLegName } from '../legs/use-leg-words.js';
import { voicesOf } from './voices.js';

export function LaneNames() {
  const { t } = useTranslation();
  const nameOfLeg = useLegName();
  const { call, leg, recording } = useCallPage();
  const its = call.legs[leg];
  const agent = its ? nameOfLeg(its) : '';
  const names = {
    agent: t('player.agent', { name: agent }),
    customer: t('player.customer', { name: nameOf(call.customer) }).trim(),
    left: t('player.left'),
    right: t('player.right'),
    mono: t('player.mono'),
  };
  return (
    <div className="lane-names" aria-hidden>
      <span className="lane-evidence">{t('player.evidence')}</span>
      {voicesOf(recording).map(({ voice }) => (
        // `mono` would set it in the type of codes.
        <span key={voice} className={`lane-voice ${voice === 'mono' ? '' : voice}`}>
          {names[voice]}
        </span>
      ))}
      <span className="lane-line">{t('player.line')}</span>
    </div>
  );
}

/** The masked name without the masked number, where there are both. */
function nameOf(customer: string | null): string {
  return customer?.replace(/\s+[\d*+-]{5,}$/, '') ?? '';
}
