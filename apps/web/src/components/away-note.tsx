import { useTranslation } from 'react-i18next';
import { useAway } from '../data/absences.js';
import { useFormat } from '../format/use-format.js';

/** Says of a person to whom work is about to be given that they are away, and who deputises; nothing of others. */
export function AwayNote({ personId }: { personId: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useAway();
  const away = data?.items.filter((one) => one.personId === personId) ?? [];
  return away.map(({ lastOn, deputy }) => (
    <p key={`${lastOn} ${deputy.en}`} className="note" role="status">
      {t('acting.away', { last: lastOn, deputy: format.text(deputy) })}
    </p>
  ));
}
