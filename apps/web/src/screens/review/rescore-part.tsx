import { useTranslation } from 'react-i18next';
import { useAskRescore, useRescores } from '../../data/runs.js';
import { PeriodRuns } from './period-runs.js';

/** Scoring the calls of a period again, after a new checklist or lexicon. */
export function RescorePart() {
  const { t } = useTranslation();
  const words = { title: t('rescore.title'), intro: t('rescore.intro'), ask: t('rescore.ask') };
  return <PeriodRuns words={words} runs={useRescores()} ask={useAskRescore()} />;
}
