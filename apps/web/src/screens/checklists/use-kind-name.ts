import { CHECK_SENTENCES, CONDITION_SENTENCES } from '#quality/screens';
import { useLanguage } from '../../format/use-format.js';

/** What a kind of check or condition is called; one without a sentence by its own name. */
export function useKindName(of: 'check' | 'condition' = 'check'): (kind: string) => string {
  const language = useLanguage();
  const rows = of === 'check' ? CHECK_SENTENCES : CONDITION_SENTENCES;
  return (kind) => rows.find((row) => row.kind === kind)?.name[language] ?? kind;
}
