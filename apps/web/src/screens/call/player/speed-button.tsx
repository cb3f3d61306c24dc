import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCallPage, usePlayerState } from '../call-page.js';
import { RATES } from './call-player.js';

export function SpeedButton() {
  const { t } = useTranslation();
  const { player } = useCallPage();
  const { rate } = usePlayerState();
  if (!player) return null;
  const items = RATES.map((value) => ({ key: String(value), label: `${value}×` }));
  const choose = ({ key }: { key: string }) =>
    player.changeRate(
      RATES.indexOf(Number(key) as (typeof RATES)[number]) - RATES.indexOf(rate as (typeof RATES)[number]),
    );
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: choose, selectedKeys: [String(rate)] }}>
      <button type="button" className="plain speed" aria-label={t('player.speed', { rate })} aria-haspopup="menu">
        {rate}×
      </button>
    </Dropdown>
  );
}
