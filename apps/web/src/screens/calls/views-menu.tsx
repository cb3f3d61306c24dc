import { DownOutlined, StarFilled, StarOutlined } from '@ant-design/icons';
import type { SavedView } from '#contracts';
import { Button, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { part } from '../../components/opened/part.js';
import { Failed } from '../../components/failure-note.js';
import { useRoom } from '../../components/use-media.js';
import { queryOf } from '../../data/call-list.js';
import { useViewChanges, useViews } from '../../data/views.js';
import { useFormat } from '../../format/use-format.js';
import { ALL_CALLS } from './filters.rules.js';
import { listFrom, sameList } from './list-shape.rules.js';
import type { Editing } from './view-dialog.js';
import { useSay } from '../../components/opened/say.js';

/** Long enough to read a line and press. */
const UNDO_SECONDS = 8;

/** Deletes a view at once, and for eight seconds offers to bring it back. */
function useDeleteView() {
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

const ViewDialog = part(() => import('./view-dialog.js'));

/** The saved views: open one, save the filters as one, and what can be done with one's own. */
export function ViewsMenu() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const list = listFrom(search);
  const views = useViews();
  // In the middle of a narrow screen, the list would reach over its edge.
  const phone = useRoom() === 'phone';
  const [open, setOpen] = useState(false);
  const [editing, edit] = useState<Editing | null>(null);
  const current = views.data?.views.find(({ viewId }) => viewId === search.get('view'));
  const edited = (what: Editing) => {
    setOpen(false);
    edit(what);
  };
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement={phone ? 'bottom' : 'bottomLeft'}
        content={
          <div className="views column at-top gap-2">
            <Failed of={views} />
            <ViewList views={views.data?.views ?? []} onOpened={() => setOpen(false)} onEdit={edited} />
            <Button size="small" disabled={Object.keys(list).length === 0} onClick={() => edited({ list })}>
              {t('views.save')}
            </Button>
            {Object.keys(list).length === 0 && <small>{t('views.saveNeedsFilters')}</small>}
          </div>
        }
      >
        <Button aria-expanded={open}>
          {current ? current.name : t('views.title')}
          <DownOutlined aria-hidden />
        </Button>
      </Popover>
      {current?.mine && !sameList(current.filters, list) && Object.keys(list).length > 0 && (
        <UpdateView view={current} />
      )}
      {editing && <ViewDialog editing={editing} onClose={() => edit(null)} />}
    </>
  );
}

interface ListProps {
  views: SavedView[];
  onOpened: () => void;
  onEdit: (what: Editing) => void;
}

function ViewList({ views, onOpened, onEdit }: ListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (views.length === 0) return <p className="soft">{t('views.none')}</p>;
  const go = (path: string) => {
    onOpened();
    void navigate(path);
  };
  return (
    <ul>
      <li>
        <button type="button" className="plain view-open hovers spring shrinks breaks" onClick={() => go(ALL_CALLS)}>
          {t('views.all')}
        </button>
      </li>
      {views.map((view) => (
        <ViewItem
          key={view.viewId}
          view={view}
          onOpen={() => go(`/calls?${queryOf({ ...view.filters, view: view.viewId })}`)}
          onEdit={onEdit}
        />
      ))}
    </ul>
  );
}

function ViewItem({ view, onOpen, onEdit }: { view: SavedView; onOpen: () => void; onEdit: (what: Editing) => void }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { setDefault } = useViewChanges();
  const remove = useDeleteView();
  const star = t(view.isDefault ? 'views.noDefault' : 'views.makeDefault', { name: view.name });
  const team = view.sharedWith && text(view.sharedWith.name);
  return (
    <li>
      <Tooltip title={star}>
        <Button
          type="text"
          size="small"
          aria-label={star}
          aria-pressed={view.isDefault}
          icon={view.isDefault ? <StarFilled aria-hidden /> : <StarOutlined aria-hidden />}
          onClick={() => setDefault.mutate(view.isDefault ? null : view.viewId)}
        />
      </Tooltip>
      <button type="button" className="plain view-open hovers spring shrinks breaks" onClick={onOpen}>
        {view.name}
        {team && (
          <small>{view.by ? t('views.from', { by: text(view.by), team }) : t('views.sharedWith', { team })}</small>
        )}
      </button>
      {view.mine && (
        <>
          <Button type="text" size="small" onClick={() => onEdit({ view })}>
            {t('views.edit')}
          </Button>
          <Button type="text" size="small" onClick={() => void remove(view)}>
            {t('views.delete')}
          </Button>
        </>
      )}
    </li>
  );
}

/** The filters were changed since the view was opened: it can take them over. */
function UpdateView({ view }: { view: SavedView }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { change } = useViewChanges();
  return (
    <Button
      loading={change.isPending}
      onClick={() => change.mutate({ viewId: view.viewId, filters: listFrom(search) })}
    >
      {t('views.update')}
    </Button>
  );
}
