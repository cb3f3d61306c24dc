import { useTranslation } from 'react-i18next';
import { Menu } from '../../../components/menu.js';
import { useCallPage, usePlayerState } from '../call-page.js';
import { RATES } from './call-player.js';

export function SpeedButton() {
  const { t } = useTranslation();
  const { player } = useCallPage();
  const { rate } = usePlayerState();
  if (!player) return null;
  const items = RATES.map((value, at) => ({
    key: String(value),
    label: `${value}×`,
    chosen: value === rate,
    onClick: () => player.changeRate(at - RATES.indexOf(rate as (typeof RATES)[number])),
  }));
  return (
    <Menu items={items}>
      <button type="button" className="plain speed" aria-label={t('player.speed', { rate })} aria-haspopup="menu">
        {rate}×
      </button>
    </Menu>
  );
}
