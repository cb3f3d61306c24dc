import { SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, watchActing } from '../data/absences.js';
import { useMe } from '../data/session.js';
import { useFormat } from '../format/use-format.js';

/** Says over every page for whom its person acts, and leads back. */
export function ActingStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const { acting } = useMe();
  const act = useAct();
  useEffect(watchActing, []);
  if (!acting) return null;
  const { name, endsAt, over } = acting;
  return (
    <div className="alarm-strip" role="alert">
      <SwapOutlined aria-hidden />
      <b>{t(over ? 'acting.over' : 'acting.now', { name: format.text(name), until: format.dateTime(endsAt) })}</b>
      <Button size="small" loading={act.isPending} onClick={() => act.mutate(null)}>
        {t('acting.stop')}
      </Button>
    </div>
  );
}
