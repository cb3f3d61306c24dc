import type { SavedView, WrittenList } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { useViewChanges, useViews } from '../../data/views.js';
import { useFormat } from '../../format/use-format.js';

/** A list to save, or a view to rename or share. */
export type Editing = { list: WrittenList } | { view: SavedView };

const ONLY_ME = 'only-me';
const namedSchema = z.object({ name: z.string().trim().min(1).max(60), team: z.string().default(ONLY_ME) });

export function ViewDialog({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const [search, setSearch] = useSearchParams();
  const { create, change } = useViewChanges();
  const teams = useViews().data?.mayShareWith ?? [];
  const view = 'view' in editing ? editing.view : null;
  const save = async (name: string, shareWithTeamId: string | null) => {
    if (view) await change.mutateAsync({ viewId: view.viewId, name, shareWithTeamId });
    else if ('list' in editing) {
      const { viewId } = await create.mutateAsync({ name, filters: editing.list, shareWithTeamId });
      setSearch(new URLSearchParams([...search, ['view', viewId]]));
    }
  };
  return (
    <FormDialog
      title={t(view ? 'views.editTitle' : 'views.saveTitle')}
      okText={t('views.ok')}
      body={namedSchema}
      start={{ name: view?.name ?? '', team: view?.sharedWith?.teamId ?? ONLY_ME }}
      fields={({ team }) => [
        { of: 'name', id: 'view-name', label: t('views.name'), first: true },
        // A team that it is shared with stays, also where the teams are still being read.
        (teams.length > 0 || team !== ONLY_ME) && {
          of: 'team',
          as: 'choice',
          label: t('views.share'),
          hint: t('views.shareNote'),
          options: [
            { value: ONLY_ME, label: t('views.onlyMe') },
            ...teams.map(({ teamId, name }) => ({ value: teamId, label: text(name) })),
          ],
        },
      ]}
      send={({ name, team }) => save(name, team === ONLY_ME ? null : team)}
      onClose={onClose}
      width={440}
    />
  );
}
