import type { SavedView, WrittenList } from '#contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useViewChanges, useViews } from '../../data/views.js';
import { useFormat } from '../../format/use-format.js';

/** A list to save, or a view to rename or share. */
export type Editing = { list: WrittenList } | { view: SavedView };

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
    else if ('list' in editing) {
      const { viewId } = await create.mutateAsync({
        name,
        filters: editing.list,
        shareWithTeamId,
      });
      setSearch(new URLSearchParams([...search, ['view', viewId]]));
    }
  };
  return (
    <ActionDialog
      title={t(view ? 'views.editTitle' : 'views.saveTitle')}
      okText={t('views.ok')}
      disabled={name.trim() === ''}
      send={save}
      onClose={onClose}
      width={440}
    >
      <Field label={t('views.name')} htmlFor="view-name">
        <Input id="view-name" autoFocus maxLength={60} value={name} onChange={(e) => setName(e.target.value)} />
      </Field>
      {teams.length > 0 && (
        <Field label={t('views.share')} htmlFor="view-team" hint={t('views.shareNote')}>
          <Select
            id="view-team"
            value={team}
            onChange={setTeam}
            options={[
              { value: ONLY_ME, label: t('views.onlyMe') },
              ...teams.map(({ teamId, name: words }) => ({
                value: teamId,
                label: text(words),
              })),
            ]}
          />
        </Field>
      )}
    </ActionDialog>
  );
}
