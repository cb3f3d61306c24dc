import { SwapOutlined } from '@ant-design/icons';
import type { Me } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { GoOn, useEnded } from './acting-end.js';

/** Says over every page for whom its person acts, and leads back. */
export function ActingStrip({ acting }: { acting: NonNullable<Me['acting']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ended = useEnded(acting);
  const { name, endsAt, over } = acting;
  return (
    <div className={over ? 'alarm-strip' : 'alarm-strip acting-strip'} role={over ? 'alert' : 'status'}>
      <SwapOutlined aria-hidden />
      <b>{over ? ended : t('acting.now', { name: format.text(name), until: format.dateTime(endsAt) })}</b>
      <GoOn />
    </div>
  );
}
