import { newTelephonySourceSchema, type TelephonySources } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { useClients } from '../../data/company.js';
import { useMe } from '../../data/session.js';
import { useCreateSource } from '../../data/telephony-sources.js';
import { useFormat } from '../../format/use-format.js';
import { FolderFields } from './folder-fields.js';
import { folderOf, NO_FOLDER } from './folder-form.rules.js';

const askedSchema = newTelephonySourceSchema
  .omit({ settings: true, folder: true })
  .extend({ zone: z.string().trim().min(1).max(60), home: z.enum(['CN', 'US', 'none']) });

/** A telephone system: its name, how its records are read, and where they lie. */
export function NewSourceDialog({ list, onClose }: { list: TelephonySources; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { timeZone } = useMe();
  const clients = useClients().data?.clients ?? [];
  const create = useCreateSource();
  const [folder, setFolder] = useState(NO_FOLDER);
  return (
    <FormDialog
      title={t('sources.add')}
      okText={t('admin.save')}
      body={askedSchema}
      start={{ reader: 'asterisk', zone: timeZone, home: 'CN' }}
      fields={[
        { of: 'name', id: 'source-name', label: t('sources.name'), hint: t('sources.nameHint'), max: 63 },
        {
          of: 'reader',
          as: 'choice',
          id: 'source-reader',
          label: t('sources.reader'),
          options: list.readers.map(({ name, label }) => ({
            value: name,
            label: `${t(`sources.readers.${name}` as 'sources.readers.table')} (${t(`sources.label.${label}`)})`,
          })),
        },
        { of: 'zone', label: t('sources.zone'), hint: t('sources.zoneHint') },
        {
          of: 'home',
          label: t('sources.home'),
          hint: t('sources.homeHint'),
          words: (value) => t(`sources.homes.${value}`),
        },
        {
          of: 'teamIds',
          as: 'several',
          label: t('sources.teams'),
          hint: t('sources.teamsHint'),
          placeholder: t('sources.allTeams'),
          options: clients.flatMap(({ teams }) =>
            teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) })),
          ),
        },
        <FolderFields dirs={list.watchedDirs} value={folder} onChange={setFolder} />,
      ]}
      send={async ({ zone, home, ...body }) => {
        const settings = { zone, home: home === 'none' ? null : home, map: {} };
        const { id } = await create.mutateAsync({ ...body, settings, folder: folderOf(folder) });
        void go(`/telephony/sources/${id}`);
      }}
      onClose={onClose}
      width={560}
    />
  );
}
