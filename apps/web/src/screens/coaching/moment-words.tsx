import type { Language } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useMomentWords } from '../../data/coaching.js';
import { SaidTurns } from './said-turns.js';

interface Props {
  sessionId: string;
  momentId: string;
  language: Language | null;
}

/** The words of a moment; where they may not be read, a sentence says why. */
export function MomentWords({ sessionId, momentId, language }: Props) {
  const { t } = useTranslation();
  const words = useMomentWords(sessionId, momentId, true);
  return (
    <WhenRead of={words}>
      {({ turns }) => <SaidTurns turns={turns} language={language} none={t('coachingPage.moments.noTurns')} />}
    </WhenRead>
  );
}
