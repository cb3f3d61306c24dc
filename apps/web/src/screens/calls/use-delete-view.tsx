import type { SavedView } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../components/opened/say.js';
import { useViewChanges } from '../../data/views.js';

/** Long enough to read a line and press (guide §4). */
const UNDO_SECONDS = 8;

/** Deletes a view at once, and for eight seconds offers to bring it back. */
export function useDeleteView() {
  const { t } = useTranslation();
  const say = useSay();
  const { remove, restore } = useViewChanges();
  return async ({ viewId, name }: SavedView) => {
    await remove.mutateAsync(viewId);
    const undo = () => {
      say(({ notification }) => notification.destroy(viewId));
      restore.mutate(viewId);
    };
    say(({ notification }) =>
      notification.open({
        key: viewId,
        title: t('views.deleted', { name }),
        duration: UNDO_SECONDS,
        placement: 'bottomLeft',
        role: 'status',
        actions: (
          <Button size="small" type="primary" onClick={undo}>
            {t('views.undo')}
          </Button>
        ),
      }),
    );
  };
}
