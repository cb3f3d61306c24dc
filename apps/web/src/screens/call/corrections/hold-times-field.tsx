import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HoldTimes } from './correction.rules.js';

interface Props {
  holds: readonly HoldTimes[];
  wrong: boolean;
  onChange: (holds: readonly HoldTimes[]) => void;
}

/** Most stretches that one leg has. */
const MOST = 200;

/** Stretches on hold, a line for each. */
export function HoldTimesField({ holds, wrong, onChange }: Props) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<HoldTimes>) =>
    onChange(holds.map((hold, index) => (index === at ? { ...hold, ...part } : hold)));
  const time = (at: number, part: keyof HoldTimes) => (
    <Input
      value={holds[at]?.[part] ?? ''}
      maxLength={12}
      placeholder="0:00"
      aria-label={t(`call.correct.hold.${part}`, { number: at + 1 })}
      onChange={({ target }) => change(at, { [part]: target.value })}
    />
  );
  return (
    <div className="column gap-2 whole-row">
      {holds.map((_, at) => (
        <div key={at} className="correction-hold line">
          {time(at, 'from')}
          <span aria-hidden>–</span>
          {time(at, 'to')}
          <Button
            size="small"
            aria-label={t('call.correct.hold.removeOne', { number: at + 1 })}
            onClick={() => onChange(holds.filter((__, index) => index !== at))}
          >
            {t('call.correct.hold.remove')}
          </Button>
        </div>
      ))}
      {wrong && (
        <span className="admin-wrong" role="alert">
          {t('call.correct.wrong.holds')}
        </span>
      )}
      {holds.length < MOST && (
        <div>
          <Button size="small" onClick={() => onChange([...holds, { from: '', to: '' }])}>
            {t('call.correct.hold.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
