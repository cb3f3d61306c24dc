import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DayChoice } from '../../components/day-choice.js';
import { startFrom } from './filters.rules.js';

/** To the newest call, the oldest, or a day: as near as each other, however many calls lie between. */
export function ListPlaces() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const start = startFrom(search);
  const go = (at: string | null) => {
    const next = new URLSearchParams(search);
    if (at) next.set('at', at);
    else next.delete('at');
    setSearch(next);
  };
  return (
    <div className="list-places" role="group" aria-label={t('calls.places.label')}>
      <Button size="small" type="text" aria-pressed={start === null} onClick={() => go(null)}>
        {t('calls.places.newest')}
      </Button>
      <Button size="small" type="text" aria-pressed={start === 'oldest'} onClick={() => go('oldest')}>
        {t('calls.places.oldest')}
      </Button>
      <DayChoice
        small
        name={t('calls.places.day')}
        placeholder={t('calls.places.day')}
        value={start !== null && start !== 'oldest' ? start.at.slice(0, 10) : undefined}
        onChange={(day) => go(day ?? null)}
      />
    </div>
  );
}
