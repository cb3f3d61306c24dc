import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useCallPage } from './call-page.js';

/** Which agent's part is scored below; only where a call has several. */
export function LegSwitch() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, leg, chooseLeg } = useCallPage();
  if (call.legs.length < 2) return null;
  const options = call.legs.map((one, index) => ({
    value: index,
    label: t('call.leg', { n: index + 1, agent: format.text(one.agent.name) }),
  }));
  return <Segmented size="small" aria-label={t('call.legs')} options={options} value={leg} onChange={chooseLeg} />;
}
