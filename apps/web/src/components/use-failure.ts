import { useTranslation } from 'react-i18next';
import { RequestFailure } from '../data/http.js';
import { useLanguage } from '../format/use-format.js';

/** The sentence of a failure; the server's own words where it gave them. */
export function useFailure(error: unknown): { sentence: string; ref: string | null } {
  const { t } = useTranslation();
  const language = useLanguage();
  if (error instanceof RequestFailure && error.problem) {
    const { detail, fault, ref } = error.problem;
    const whose =
      fault === 'caller'
        ? ''
        : language === 'zh'
          ? `（${t(`failure.fault.${fault}`)}）`
          : ` (${t(`failure.fault.${fault}`)})`;
    return { sentence: `${detail[language]}${whose}`, ref };
  }
  const kind = error instanceof RequestFailure && error.kind !== 'problem' ? error.kind : 'unreadable';
  return { sentence: t(`failure.${kind}`), ref: null };
}
