import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { DataList, DataTable } from '../../components/data-table.js';
import {
  useCreateSource,
  useShareNumber,
  useSources,
  useSwitchboardNumbers,
  useUnshareNumber,
} from '../../data/telephony-sources.js';
import { useFormat } from '../../format/use-format.js';
import { newSwitchboardNumberSchema, newTelephonySourceSchema, type TelephonySources } from '#contracts';
import { z } from 'zod';
import { FormDialog, FormRow } from '../../components/dialogs.js';
import { useClients } from '../../data/company.js';
import { useMe } from '../../data/session.js';
import { FolderFields } from './folder-fields.js';
import { folderOf, NO_FOLDER } from './folder-form.rules.js';
import { TelephonyPage, HealthMark } from './telephony-page.js';
import { QueueTeams } from './queue-teams.js';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';

/** The telephone systems whose records are taken, and how each is. */
export function SourcesScreen() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const sources = useSources();
  const format = useFormat();
  const acts = (
    <Button type="primary" disabled={!sources.data} onClick={() => setAdding(true)}>
      {t('sources.add')}
    </Button>
  );
  const at = (time: string | null) => (time ? format.dateTime(time) : t('sources.never'));
  return (
    <TelephonyPage acts={acts}>
      <DataList
        of={sources}
        rowsOf={(list) => list.sources}
        empty={t('sources.none')}
        caption={t('sources.title')}
        keyOf={({ sourceId }) => sourceId}
        past={({ endedAt }) => endedAt !== null}
        columns={[
          {
            name: t('sources.name'),
            cell: ({ sourceId, name }) => <Link to={`/telephony/sources/${sourceId}`}>{name}</Link>,
          },
          {
            name: t('sources.reader'),
            named: true,
            cell: ({ reader }) => (
              <>
                {format.text(reader.title)} <small>{t(`sources.label.${reader.label}`)}</small>
              </>
            ),
          },
          { name: t('sources.state'), named: true, cell: (source) => <HealthMark of={source} /> },
          { name: t('sources.lastRecord'), named: true, cell: ({ lastRecordAt }) => at(lastRecordAt) },
          { name: t('sources.lastReceived'), named: true, cell: ({ lastReceivedAt }) => at(lastReceivedAt) },
          { name: t('sources.today'), number: true, named: true, cell: (row) => format.number(row.recordsToday) },
          { name: t('sources.unread'), number: true, named: true, cell: (row) => format.number(row.unread) },
          { name: t('sources.aside'), number: true, named: true, cell: (row) => format.number(row.aside) },
        ]}
      />
      <QueueTeams />
      <SwitchboardNumbers />
      {adding && sources.data && <NewSourceDialog list={sources.data} onClose={() => setAdding(false)} />}
    </TelephonyPage>
  );
}

const askedSchema = newTelephonySourceSchema
  .omit({ settings: true, folder: true })
  .extend({ zone: z.string().trim().min(1).max(60), home: z.enum(['CN', 'US', 'none']) });

/** A telephone system: its name, how its records are read, and where they lie. */
function NewSourceDialog({ list, onClose }: { list: TelephonySources; onClose: () => void }) {
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
          options: list.readers.map(({ name, title, label }) => ({
            value: name,
            label: `${format.text(title)} (${t(`sources.label.${label}`)})`,
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

/** Numbers that several customers call from, and the way to list one more. */
function SwitchboardNumbers() {
  const { t } = useTranslation();
  const format = useFormat();
  const [numbers, share, unshare] = [useSwitchboardNumbers(), useShareNumber(), useUnshareNumber()];
  return (
    <section className="admin-section">
      <h2>{t('sources.shared')}</h2>
      <p className="admin-hint">{t('sources.sharedHint')}</p>
      <FormRow
        ok={t('sources.share')}
        body={newSwitchboardNumberSchema}
        fields={[
          { of: 'number', id: 'switchboard-number', label: t('sources.number'), control: { style: { width: 200 } } },
        ]}
        change={share}
      />
      <Failed of={unshare} />
      <WhenRead of={numbers}>
        {({ items }) =>
          items.length > 0 && (
            <DataTable
              caption={t('sources.shared')}
              rows={items}
              keyOf={({ switchboardNumberId }) => switchboardNumberId}
              columns={[
                { name: t('sources.number'), cell: (row) => row.number ?? t('sources.foundShared') },
                { name: t('sources.sharedSince'), named: true, cell: ({ setAt }) => format.dateTime(setAt) },
                {
                  name: { unseen: t('sources.unshare') },
                  cell: (row) => (
                    <AskFirst
                      ask={t('sources.unshareAsk')}
                      aria-label={`${t('sources.unshare')} ${row.number ?? ''}`}
                      onYes={() => unshare.mutate(row.switchboardNumberId)}
                    >
                      {t('sources.unshare')}
                    </AskFirst>
                  ),
                },
              ]}
            />
          )
        }
      </WhenRead>
    </section>
  );
}
