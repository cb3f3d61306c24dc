import type { Language } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useMomentWords } from '../../data/coaching.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  sessionId: string;
  momentId: string;
  language: Language | null;
}

/** The words of a moment; where they may not be read, a sentence says why. */
export function MomentWords({ sessionId, momentId, language }: Props) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const words = useMomentWords(sessionId, momentId, true);
  return (
    <WhenRead of={words}>
      {({ turns }) =>
        turns.length === 0 ? (
          <p className="note">{t('coachingPage.moments.noTurns')}</p>
        ) : (
          <dl className="coaching-words">
            {turns.map(({ speaker, fromMs, text }, index) => (
              <div key={index}>
                <dt>
                  {clock(fromMs)} {t(`transcript.speaker.${speaker}`)}
                </dt>
                <dd lang={language ?? undefined}>{text}</dd>
              </div>
            ))}
          </dl>
        )
      }
    </WhenRead>
  );
}
