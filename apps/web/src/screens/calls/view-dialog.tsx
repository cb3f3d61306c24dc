import type { SavedView, WrittenFilters } from '#contracts';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Modal } from '../../components/opened/modal.js';
import { FailureNote } from '../../components/failure-note.js';
import { useViewChanges, useViews } from '../../data/views.js';
import { useFormat } from '../../format/use-format.js';

/** New filters to save, or a view to rename or share. */
export type Editing = { filters: WrittenFilters } | { view: SavedView };

const ONLY_ME = 'only-me';

export function ViewDialog({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const [search, setSearch] = useSearchParams();
  const { create, change } = useViewChanges();
  const teams = useViews().data?.mayShareWith ?? [];
  const view = 'view' in editing ? editing.view : null;
  const [name, setName] = useState(view?.name ?? '');
  const [team, setTeam] = useState(view?.sharedWith?.teamId ?? ONLY_ME);
  const shareWithTeamId = team === ONLY_ME ? null : team;
  const save = async () => {
    if (view) await change.mutateAsync({ viewId: view.viewId, name, shareWithTeamId });
    else if ('filters' in editing) {
      const { viewId } = await create.mutateAsync({ name, filters: editing.filters, shareWithTeamId });
      setSearch(new URLSearchParams([...search, ['view', viewId]]));
    }
    onClose();
  };
  return (
    <Modal
      open
      title={t(view ? 'views.editTitle' : 'views.saveTitle')}
      okText={t('views.ok')}
      cancelText={t('views.cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: create.isPending || change.isPending }}
      onOk={() => void save().catch(() => undefined)}
      onCancel={onClose}
      width={440}
      destroyOnHidden
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t('views.name')} htmlFor="view-name">
          <Input id="view-name" autoFocus maxLength={60} value={name} onChange={(e) => setName(e.target.value)} />
        </Form.Item>
        {teams.length > 0 && (
          <Form.Item label={t('views.share')} htmlFor="view-team" extra={t('views.shareNote')}>
            <Select
              id="view-team"
              value={team}
              onChange={setTeam}
              options={[
                { value: ONLY_ME, label: t('views.onlyMe') },
                ...teams.map(({ teamId, name: words }) => ({ value: teamId, label: text(words) })),
              ]}
            />
          </Form.Item>
        )}
      </Form>
      {(create.error ?? change.error) && <FailureNote error={create.error ?? change.error} />}
    </Modal>
  );
}
