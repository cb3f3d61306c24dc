import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCallPage } from './call-page.js';
import { useLegName } from './legs/use-leg-name.js';
import { isHeard } from './rules/chosen-leg.rules.js';

/** Which agent's part is heard and scored below; only where a call has several. */
export function LegSwitch() {
  const { t } = useTranslation();
  const nameOfLeg = useLegName();
  const { whole, call, leg, chooseLeg } = useCallPage();
  const options = call.legs.flatMap((one, index) =>
    isHeard(whole, index) ? [{ value: index, label: t('call.leg', { n: one.number, agent: nameOfLeg(one) }) }] : [],
  );
  if (options.length < 2) return null;
  return <Segmented size="small" aria-label={t('call.legs')} options={options} value={leg} onChange={chooseLeg} />;
}
