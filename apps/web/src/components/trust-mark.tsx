import type { Language } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useTrust } from '../data/trust.js';

interface Props {
  itemId: string;
  checklistId: string;
}

/** Says where results of an item give no points yet, by language; nothing where they do. */
export function TrustMark({ itemId, checklistId }: Props) {
  const untrusted = (useTrust().data?.items ?? []).filter(
    (one) => one.itemId === itemId && !one.counts && one.checklist.id === checklistId,
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
