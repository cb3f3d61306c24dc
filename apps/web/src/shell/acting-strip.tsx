import { SwapOutlined } from '@ant-design/icons';
import type { Me } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../components/failure-note.js';
import { useAct } from '../data/absences.js';
import { useFormat } from '../format/use-format.js';

/** Says over every page for whom its person acts, and leads back. */
export function ActingStrip({ acting: { name, endsAt, over } }: { acting: NonNullable<Me['acting']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useAct();
  return (
    <div className={over ? 'alarm-strip' : 'alarm-strip acting-strip'} role={over ? 'alert' : 'status'}>
      <SwapOutlined aria-hidden />
      <b>{t(over ? 'acting.over' : 'acting.now', { name: format.text(name), until: format.dateTime(endsAt) })}</b>
      <Button size="small" loading={act.isPending} onClick={() => act.mutate(null)}>
        {t('acting.stop')}
      </Button>
      <Failed of={act} />
    </div>
  );
}
