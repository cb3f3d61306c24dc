import { useTranslation } from 'react-i18next';

/** The kinds that have words; a newer one is named as it names itself. */
export const KINDS = [
  'phrase',
  'sequence',
  'steps',
  'timing',
  'fact',
  'measure',
  'human',
  'model',
  'any',
  'all',
  'choose',
  'empathy',
  'resolution',
  'read_back',
  'echo',
  'promise',
] as const;

export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = KINDS.find((one) => one === kind);
    return known ? t(`checklists.kind.${known}`) : kind;
  };
}
