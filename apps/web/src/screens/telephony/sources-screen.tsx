import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable } from '../../components/data-table.js';
import { useSources } from '../../data/telephony-sources.js';
import { useFormat } from '../../format/use-format.js';
import { NewSourceDialog } from './new-source-dialog.js';
import { HealthMark } from './health-mark.js';
import { QueueTeams } from './queue-teams.js';
import { SwitchboardNumbers } from './switchboard-numbers.js';
import { TelephonyPage } from './telephony-page.js';

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
      <WhenRead of={sources}>
        {(list) =>
          list.sources.length === 0 ? (
            <p className="note">{t('sources.none')}</p>
          ) : (
            <DataTable
              caption={t('sources.title')}
              rows={list.sources}
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
                      {t(`sources.readers.${reader.name}` as 'sources.readers.table')}{' '}
                      <small>{t(`sources.label.${reader.label}`)}</small>
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
          )
        }
      </WhenRead>
      <QueueTeams />
      <SwitchboardNumbers />
      {adding && sources.data && <NewSourceDialog list={sources.data} onClose={() => setAdding(false)} />}
    </TelephonyPage>
  );
}
