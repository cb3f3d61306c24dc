import { useTranslation } from 'react-i18next';
import { useTrust } from '../data/trust.js';

interface Props {
  itemId: string;
  /** Left out: in any checklist. */
  checklistId?: string;
}

/** Says where results of an item give no points yet, by language; nothing where they do. */
export function TrustMark({ itemId, checklistId }: Props) {
  const { t } = useTranslation();
  const rows = useTrust().data?.items ?? [];
  const untrusted = rows.filter(
    (one) => one.itemId === itemId && !one.counts && (checklistId === undefined || one.checklist.id === checklistId),
  );
  const languages = (['zh', 'en'] as const).filter((language) => untrusted.some((one) => one.language === language));
  if (languages.length === 0) return null;
  const named = languages.map((language) => t(`call.correct.language.${language}`)).join(t('card.trust.and'));
  return <span className="admin-tag">{t('card.trust.mark', { languages: named })}</span>;
}
