import type { SmallHousePeriodView } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { AskFirst } from '../../components/ask-first.js';
import { useProved } from '../../components/step-up.js';
import { useAgreeSmallHouse, useEndSmallHouse } from '../../data/company-settings.js';
import { useFormat } from '../../format/use-format.js';

const SECOND_ADMINISTRATOR = 'npm run first-administrator -- --second "10002,chen.wei,陈伟,Wei Chen"';

/** The latest small house: how it stands, who chose and agreed to it, and what ends when it is over. */
export function SmallHousePeriod({ period }: { period: SmallHousePeriodView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const agree = useProved(useAgreeSmallHouse());
  const end = useProved(useEndSmallHouse());
  const { state, mine, agreedBy, agreedAt, inForceFrom, endedAt, rightsEndAt } = period;
  const at = (moment: string | null) => (moment === null ? '' : format.dateTime(moment));
  const words = {
    name: format.text(period.chosenBy),
    from: at(inForceFrom),
    at: at(state === 'over' ? endedAt : period.chosenAt),
  };
  return (
    <>
      <p role="status">{t(`smallHouse.state.${state}`, words)}</p>
      {agreedBy && <p>{t('smallHouse.agreedBy', { name: format.text(agreedBy), at: at(agreedAt) })}</p>}
      {state === 'over' && (
        <p>
          {period.endedBy ? t('smallHouse.endedBy', { name: format.text(period.endedBy) }) : t('smallHouse.endedBySix')}
        </p>
      )}
      {state === 'over' && rightsEndAt && (
        <>
          <p>{t('smallHouse.rightsEnd', { at: at(rightsEndAt) })}</p>
          <pre>{SECOND_ADMINISTRATOR}</pre>
        </>
      )}
      {agree.said}
      {end.said}
      {state !== 'over' && (
        <Acts>
          {state === 'waiting' && !mine && (
            <Button type="primary" loading={agree.isPending} onClick={() => void agree.send()}>
              {t('smallHouse.agree')}
            </Button>
          )}
          <AskFirst size="middle" ask={t('smallHouse.endAsk')} loading={end.isPending} onYes={() => void end.send()}>
            {t(state === 'in_force' ? 'smallHouse.end' : mine ? 'smallHouse.takeBack' : 'smallHouse.stop')}
          </AskFirst>
        </Acts>
      )}
    </>
  );
}
