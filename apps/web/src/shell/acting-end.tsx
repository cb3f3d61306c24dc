import type { Me } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../components/failure-note.js';
import { useAct } from '../data/absences.js';
import { useFormat } from '../format/use-format.js';

/** That a person deputises no more, and since when. */
export function useEnded({ name, endsAt }: NonNullable<Me['acting']>): string {
  const { t } = useTranslation();
  const format = useFormat();
  return t('acting.over', { name: format.text(name), at: format.dateTime(endsAt) });
}

/** The way back to one's own work. */
export function GoOn({ primary = false }: { primary?: boolean }) {
  const { t } = useTranslation();
  const act = useAct();
  return (
    <>
      <Button
        size={primary ? 'middle' : 'small'}
        type={primary ? 'primary' : 'default'}
        loading={act.isPending}
        onClick={() => act.mutate(null)}
      >
        {t('acting.stop')}
      </Button>
      <Failed of={act} />
    </>
  );
}
