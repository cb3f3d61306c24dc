import type { ToldSettings } from '#contracts';
import { Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';

export type Times = Pick<ToldSettings, 'quiet' | 'digest' | 'digestHour'>;

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const HALVES = HOURS.flatMap((hour) => [hour, hour.replace(':00', ':30')]).map((value) => ({ value, label: value }));
/** What is offered first. */
const NIGHT = { from: '22:00', until: '07:00' };

/** At once or once a day, and the hours in which mail and chat are silent, by the site's clock. */
export function ToldTimes(props: { times: Times; timeZone: string; onChange: (times: Times) => void }) {
  const { t } = useTranslation();
  const { times, timeZone, onChange } = props;
  const { quiet, digest, digestHour } = times;
  return (
    <>
      <div className="account-choices">
        <span>
          <span id="told-when">{t('toldSettings.when')}</span>
          <Segmented
            aria-labelledby="told-when"
            value={digest}
            onChange={(value) => onChange({ ...times, digest: value })}
            options={[
              { value: 'at_once' as const, label: t('toldSettings.atOnce') },
              { value: 'daily' as const, label: t('toldSettings.daily') },
            ]}
          />
        </span>
        {digest === 'daily' && (
          <label>
            {t('toldSettings.digestHour')}
            <Select
              className="told-time"
              aria-label={t('toldSettings.digestHour')}
              value={digestHour}
              onChange={(value) => onChange({ ...times, digestHour: value })}
              options={HOURS.map((label, value) => ({ value, label }))}
            />
          </label>
        )}
        <label>
          <Switch
            size="small"
            checked={quiet !== null}
            onChange={(on) => onChange({ ...times, quiet: on ? NIGHT : null })}
          />
          {t('toldSettings.quiet')}
        </label>
        {quiet &&
          (['from', 'until'] as const).map((end) => {
            const name = t(end === 'from' ? 'toldSettings.quietFrom' : 'toldSettings.quietUntil');
            return (
              <label key={end}>
                {name}
                <Select
                  className="told-time"
                  aria-label={`${t('toldSettings.quiet')} ${name}`}
                  value={quiet[end]}
                  onChange={(value) => onChange({ ...times, quiet: { ...quiet, [end]: value } })}
                  options={HALVES}
                />
              </label>
            );
          })}
      </div>
      {quiet && <p className="admin-hint">{t('toldSettings.quietHint', { timeZone })}</p>}
    </>
  );
}
