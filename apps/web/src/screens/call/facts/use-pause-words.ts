import type { Recording } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';

/** How long no sound was taken, and who paused it where a person did. */
export function usePauseWords() {
  const { t } = useTranslation();
  const { measured, text } = useFormat();
  return ({ fromMs, toMs, by }: Recording['pauses'][number]): string => {
    const seconds = measured((toMs - fromMs) / 1000);
    return by ? t('facts.pausedBy', { seconds, who: text(by) }) : t('facts.notTaken', { seconds });
  };
}
