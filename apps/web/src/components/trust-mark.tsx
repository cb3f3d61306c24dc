import type { Language } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useTrust } from '../data/trust.js';

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

export function NotTrustedTag({ languages }: { languages: readonly Language[] }) {
  const { t } = useTranslation();
  if (languages.length === 0) return null;
  const named = languages.map((language) => t(`calls.spoken.${language}`)).join(t('card.trust.and'));
  return <span className="admin-tag">{t('card.trust.mark', { languages: named })}</span>;
}
