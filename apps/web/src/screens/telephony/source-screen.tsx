import { ASIDE_WORDS, FOLDER_PROBLEM_WORDS, type TelephonySourceDetail } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Acts, AskFirst, Back } from '../../components/acts.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { DataList, DataTable } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import {
  useAsideFiles,
  useChangeSource,
  useEndSource,
  useSettleFile,
  useSource,
  useSources,
} from '../../data/telephony-sources.js';
import { useFormat } from '../../format/use-format.js';
import { FolderFields } from './folder-fields.js';
import { folderOf, formOf } from './folder-form.rules.js';
import { HealthMark } from './telephony-page.js';

/** One telephone system: how it is, its folder, and what of it needs a person. */
export function SourceScreen() {
  const { t } = useTranslation();
  const { sourceId = '' } = useParams();
  const source = useSource(sourceId);
  return (
    <AdminPage
      title={source.data?.name ?? t('sources.title')}
      needs="company.manage"
      head={<Back to="/telephony/sources">{t('sources.title')}</Back>}
    >
      <WhenRead of={source}>{(one) => <Source of={one} />}</WhenRead>
    </AdminPage>
  );
}

function Source({ of }: { of: TelephonySourceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = useEndSource();
  const [changing, setChanging] = useState(false);
  const at = (time: string | null) => (time ? format.dateTime(time) : t('sources.never'));
  const teams = of.teams?.map(({ name }) => format.text(name)).join(', ') ?? t('sources.allTeams');
  const rows: [name: string, value: string][] = [
    [t('sources.reader'), format.text(of.reader.title)],
    [t('sources.labelled'), t(`sources.label.${of.reader.label}`)],
    [t('sources.zone'), of.settings.zone],
    [t('sources.teams'), teams],
    [t('sources.lastRecord'), at(of.lastRecordAt)],
    [t('sources.lastReceived'), at(of.lastReceivedAt)],
    [t('sources.today'), format.number(of.recordsToday)],
    [t('sources.all'), format.number(of.records)],
    [t('sources.folder'), of.folder?.path ?? t('sources.noFolder')],
    ...(of.look
      ? ([
          [t('sources.looked'), at(of.look.at)],
          [t('sources.waiting'), format.number(of.look.waiting)],
          [t('sources.behind'), t('sources.kilobytes', { count: Math.ceil(of.look.behindBytes / 1000) })],
        ] as [string, string][])
      : []),
  ];
  return (
    <>
      <section className="admin-section">
        <HealthMark of={of} />
      </section>
      {of.look?.problem && <p className="note">{format.text(FOLDER_PROBLEM_WORDS[of.look.problem])}</p>}
      <Failed of={end} />
      <DataTable caption={of.name} keepsColumns>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </DataTable>
      {!of.endedAt && (
        <section className="admin-section">
          <Acts>
            <Button onClick={() => setChanging(true)}>{t('sources.changeFolder')}</Button>
            <AskFirst ask={t('sources.endAsk', { name: of.name })} size="middle" onYes={() => end.mutate(of.sourceId)}>
              {t('sources.end')}
            </AskFirst>
          </Acts>
        </section>
      )}
      <UnreadLines of={of} />
      <AsideFiles of={of} />
      {changing && <FolderDialog of={of} onClose={() => setChanging(false)} />}
    </>
  );
}

function FolderDialog({ of, onClose }: { of: TelephonySourceDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangeSource();
  const sources = useSources();
  const [form, setForm] = useState(formOf(of.folder));
  const save = () => change.mutateAsync({ sourceId: of.sourceId, folder: folderOf(form, of.folder) });
  return (
    <ActionDialog title={t('sources.changeFolder')} okText={t('admin.save')} send={save} onClose={onClose} width={560}>
      <FolderFields dirs={sources.data?.watchedDirs ?? []} value={form} onChange={setForm} />
    </ActionDialog>
  );
}

function UnreadLines({ of: { unread, unreadLines } }: { of: TelephonySourceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('sources.unreadLines')}</h2>
      <p className="admin-hint">
        {unread === 0 ? t('sources.noUnread') : t('sources.unreadCount', { n: format.number(unread) })}{' '}
        {unread > 0 && <Link to="/telephony/preview">{t('sources.lookInPreview')}</Link>}
      </p>
      <ul>
        {unreadLines.map(({ file, line, what }) => (
          <li key={`${file} ${line}`}>{t('sources.unreadLine', { file, line, what: t(`sources.what.${what}`) })}</li>
        ))}
      </ul>
    </section>
  );
}

function AsideFiles({ of: { sourceId } }: { of: TelephonySourceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const files = useAsideFiles(sourceId);
  const settle = useSettleFile(sourceId);
  return (
    <section className="admin-section">
      <h2>{t('sources.asideFiles')}</h2>
      <Failed of={settle} />
      <DataList
        of={files}
        rowsOf={({ items }) => items}
        empty={t('sources.noAside')}
        keyOf={({ fileId }) => fileId}
        columns={[
          { name: t('sources.file'), cell: ({ name }) => name },
          {
            name: t('sources.why'),
            cell: ({ reason, about, said }) => (
              <>
                {format.text(ASIDE_WORDS[reason])} {about.length > 0 && <small>{about.join(', ')}</small>}
                {said && <div>{format.text(said)}</div>}
              </>
            ),
          },
          { name: t('sources.since'), named: true, cell: ({ since }) => format.dateTime(since) },
          {
            name: { unseen: t('sources.actions') },
            cell: ({ fileId, name, again }) =>
              again ? (
                t('sources.triedAgain')
              ) : (
                <>
                  <Button
                    size="small"
                    aria-label={`${t('sources.again')} ${name}`}
                    onClick={() => settle.mutate({ fileId, as: 'again' })}
                  >
                    {t('sources.again')}
                  </Button>{' '}
                  <AskFirst
                    ask={t('sources.awayAsk', { name })}
                    aria-label={`${t('sources.away')} ${name}`}
                    onYes={() => settle.mutate({ fileId, as: 'away' })}
                  >
                    {t('sources.away')}
                  </AskFirst>
                </>
              ),
          },
        ]}
      />
    </section>
  );
}
