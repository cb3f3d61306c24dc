import type { TelephonySources } from '#contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useClients } from '../../data/company.js';
import { useMe } from '../../data/session.js';
import { useCreateSource } from '../../data/telephony-sources.js';
import { useFormat } from '../../format/use-format.js';
import { FolderFields } from './folder-fields.js';
import { folderOf, NO_FOLDER } from './folder-form.rules.js';

/** A telephone system: its name, how its records are read, and where they lie. */
export function NewSourceDialog({ list, onClose }: { list: TelephonySources; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { timeZone } = useMe();
  const clients = useClients();
  const create = useCreateSource();
  const [given, setGiven] = useState({ name: '', reader: 'asterisk', zone: timeZone, home: 'CN' as 'CN' | 'US' | '' });
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const [folder, setFolder] = useState(NO_FOLDER);
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const save = async () => {
    const { zone, home, name, reader } = given;
    const settings = { zone: zone.trim(), home: home === '' ? null : home, map: {} };
    const teams = teamIds.length === 0 ? null : teamIds;
    const { id } = await create.mutateAsync({
      ...{ name: name.trim(), reader, settings, teamIds: teams, folder: folderOf(folder) },
    });
    void go(`/telephony/sources/${id}`);
  };
  const teams = (clients.data?.clients ?? []).flatMap((client) => client.teams);
  return (
    <ActionDialog
      title={t('sources.add')}
      okText={t('admin.save')}
      disabled={given.name.trim() === '' || given.zone.trim() === ''}
      send={save}
      onClose={onClose}
      width={560}
    >
      <Field htmlFor="source-name" label={t('sources.name')} hint={t('sources.nameHint')}>
        <Input
          id="source-name"
          value={given.name}
          maxLength={63}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      <Field htmlFor="source-reader" label={t('sources.reader')}>
        <Select
          id="source-reader"
          value={given.reader}
          onChange={(reader: string) => set({ reader })}
          options={list.readers.map(({ name, label }) => ({
            value: name,
            label: `${t(`sources.readers.${name}` as 'sources.readers.table')} (${t(`sources.label.${label}`)})`,
          }))}
        />
      </Field>
      <Field htmlFor="source-zone" label={t('sources.zone')} hint={t('sources.zoneHint')}>
        <Input
          id="source-zone"
          value={given.zone}
          maxLength={60}
          onChange={({ target }) => set({ zone: target.value })}
        />
      </Field>
      <Field htmlFor="source-home" label={t('sources.home')} hint={t('sources.homeHint')}>
        <Select
          id="source-home"
          value={given.home}
          onChange={(home: 'CN' | 'US' | '') => set({ home })}
          options={(['CN', 'US', ''] as const).map((one) => ({
            value: one,
            label: t(`sources.homes.${one || 'none'}`),
          }))}
        />
      </Field>
      <Field htmlFor="source-teams" label={t('sources.teams')} hint={t('sources.teamsHint')}>
        <Select
          id="source-teams"
          mode="multiple"
          value={teamIds}
          placeholder={t('sources.allTeams')}
          onChange={setTeamIds}
          options={teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) }))}
        />
      </Field>
      <FolderFields dirs={list.watchedDirs} value={folder} onChange={setFolder} />
    </ActionDialog>
  );
}
