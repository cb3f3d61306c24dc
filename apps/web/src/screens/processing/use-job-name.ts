import { useTranslation } from 'react-i18next';

/** What a job is called on the screen; one that this page does not know yet keeps its own name. */
export function useJobName(): (job: string) => string {
  const { t, i18n } = useTranslation();
  return (job) => {
    const key = `processing.job.${job}` as 'processing.job.score-leg';
    return i18n.exists(key) ? t(key) : job;
  };
}

/** The same for languages of engines, of which there are more than the product's own. */
export function useLanguageName(): (language: string) => string {
  const { t, i18n } = useTranslation();
  return (language) => {
    const key = `processing.language.${language}` as 'processing.language.zh';
    return i18n.exists(key) ? t(key) : language;
  };
}
