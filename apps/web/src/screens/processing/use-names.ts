import { JOBS, type JobName } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

const LANGUAGES = ['zh', 'en', 'yue', 'ja', 'ko'] as const;
const KINDS = [
  ...(['original', 'rendition', 'peaks', 'masked-rendition', 'masked-peaks'] as const),
  ...(['transcript', 'transcript-chunk', 'provided-words', 'acts'] as const),
] as const;

const among = <T extends string>(known: readonly T[], name: string): T | undefined => known.find((one) => one === name);

/** What a job is called on the screen; one that this page does not know yet keeps its own name. */
export function useJobName(): (job: string) => string {
  const { text } = useFormat();
  return (job) => (job in JOBS ? text(JOBS[job as JobName].words) : job);
}

/** The same for languages of engines, of which there are more than the product's own. */
export function useLanguageName(): (language: string) => string {
  const { t } = useTranslation();
  return (language) => {
    const known = among(LANGUAGES, language);
    return known ? t(`processing.language.${known}`) : language;
  };
}

/** The same for what is stored. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = among(KINDS, kind);
    return known ? t(`processing.kind.${known}`) : kind;
  };
}
