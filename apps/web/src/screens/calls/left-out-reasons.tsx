import type { LeftOut, WhyNot } from '#contracts';
import { useTranslation } from 'react-i18next';

/** Why something is not done with some of the calls, how many of each. */
export function LeftOutReasons({ not }: { not: readonly LeftOut[] }) {
  const { t } = useTranslation();
  if (not.length === 0) return null;
  const counts = new Map<WhyNot, number>();
  for (const { because } of not) counts.set(because, (counts.get(because) ?? 0) + 1);
  return (
    <ul className="left-out">
      {[...counts].map(([because, count]) => (
        <li key={because}>{t('calls.ticked.not', { count, why: t(`calls.ticked.because.${because}`) })}</li>
      ))}
    </ul>
  );
}
