import { wordsRefusalWords } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useCallPage } from './call-page.js';

/** Why words that came with the call cannot be used, and what to do; nothing where they can. */
export function WordsNotice() {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { call } = useCallPage();
  const refused = call.recordings.flatMap(({ recordingId, wordsRefusal }) =>
    wordsRefusal ? [{ recordingId, why: text(wordsRefusalWords(wordsRefusal)) }] : [],
  );
  if (refused.length === 0) return null;
  return (
    <section className="sound-notice" aria-label={t('call.words.name')}>
      <ul>
        {refused.map(({ recordingId, why }) => (
          <li key={recordingId}>
            <b>{t('call.words.refused', { why })}</b> {t('call.words.next')}
          </li>
        ))}
      </ul>
    </section>
  );
}
