import type { Bilingual, Language } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useTrust } from '../data/trust.js';
import { useFormat } from '../format/use-format.js';

interface Props {
  itemId: string;
  checklistId: string;
}

/** Says where a result of an item accuses no one yet, by language; nothing where it does. */
export function TrustMark({ itemId, checklistId }: Props) {
  const untrusted = (useTrust().data?.items ?? []).filter(
    (one) => one.itemId === itemId && one.counts !== 'all' && one.checklist.id === checklistId,
  );
  return (
    <NotTrustedTag
      languages={(['zh', 'en'] as const).filter((language) => untrusted.some((one) => one.language === language))}
    />
  );
}

/** @param by the checklists of which that holds; none: of every one with the item */
export function NotTrustedTag({ languages, by = [] }: { languages: readonly Language[]; by?: readonly Bilingual[] }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  if (languages.length === 0) return null;
  const named = languages.map((language) => t(`calls.spoken.${language}`)).join(t('card.trust.and'));
  const checklists = by.map(text).join(t('card.trust.and'));
  return (
    <span className="admin-tag">
      {by.length > 0
        ? t('card.trust.markBy', { checklists, languages: named })
        : t('card.trust.mark', { languages: named })}
    </span>
  );
}
