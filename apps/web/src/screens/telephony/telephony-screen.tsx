import { type ExtensionPreview, newExtensionSchema } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList, DataTable } from '../../components/data-table.js';
import { Field } from '../../components/admin-page.js';
import { TimeField } from '../../components/time-field.js';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { FileImport } from '../../components/file-import.js';
import {
  type ExtensionFilters,
  importExtensions,
  useAssignExtension,
  useExtensions,
  useReleaseExtension,
} from '../../data/company.js';
import { useMe } from '../../data/session.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { wallTime, instantOf } from '../../format/wall-time.rules.js';
import { FormDialog } from '../../components/dialogs.js';
import { TelephonyPage } from './telephony-page.js';

const TEMPLATE = { zh: '分机,工号,开始,结束\r\n', en: 'extension,staff_number,from,to\r\n' };

/** Who sits at which extension, now and at any moment before. */
export function TelephonyScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [filters, setFilters] = useState<ExtensionFilters>({});
  const [assigning, setAssigning] = useState(false);
  const acts = (
    <Button type="primary" onClick={() => setAssigning(true)}>
      {t('telephony.assign')}
    </Button>
  );
  return (
    <TelephonyPage acts={acts}>
      <section className="admin-section">
        <h2>{t('telephony.who')}</h2>
        <Finder onFind={setFilters} />
      </section>
      <Extensions key={JSON.stringify(filters)} filters={filters} />
      <section className="admin-section">
        <h2>{t('telephony.import')}</h2>
        <p className="admin-hint">{t('telephony.importHint')}</p>
        <FileImport
          accept=".csv,text/csv"
          send={importExtensions}
          changes={['company']}
          isNothing={({ addedCount, endedCount }) => addedCount + endedCount === 0}
          template={{ name: 'extensions.csv', text: TEMPLATE[language] }}
        >
          {(preview) => <Changes {...preview} />}
        </FileImport>
      </section>
      {assigning && <AssignDialog onClose={() => setAssigning(false)} />}
    </TelephonyPage>
  );
}

function Finder({ onFind }: { onFind: (filters: ExtensionFilters) => void }) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const [extension, setExtension] = useState('');
  const [at, setAt] = useState('');
  const wall = wallTime(at);
  const wrong = at.trim() !== '' && wall === null;
  const find = () => {
    if (!wrong) onFind({ extension: extension.trim() || undefined, at: wall ? instantOf(wall, timeZone) : undefined });
  };
  const clear = () => {
    setExtension('');
    setAt('');
    onFind({});
  };
  return (
    <form
      className="admin-row"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <Field htmlFor="find-extension" label={t('telephony.extension')}>
        <Input
          id="find-extension"
          value={extension}
          maxLength={20}
          style={{ width: 130 }}
          onChange={({ target }) => setExtension(target.value)}
        />
      </Field>
      <Field htmlFor="find-at" label={t('telephony.at')}>
        <TimeField id="find-at" exactness="minute" value={at} onChange={setAt} />
      </Field>
      <Button htmlType="submit">{t('telephony.find')}</Button>
      {(extension || at) && <Button onClick={clear}>{t('telephony.clear')}</Button>}
    </form>
  );
}

function Extensions({ filters }: { filters: ExtensionFilters }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useExtensions(filters);
  const release = useReleaseExtension();
  const filtered = filters.extension !== undefined || filters.at !== undefined;
  const none = filters.extension && filters.at ? 'notInUse' : filtered ? 'noneFound' : 'none';
  return (
    <>
      <Failed of={release} />
      <DataList
        of={list}
        rowsOf={({ items }) => items}
        empty={t(`telephony.${none}`)}
        keyOf={({ assignmentId }) => assignmentId}
        past={({ to }) => to !== null}
        columns={[
          { name: t('telephony.extension'), named: true, cell: ({ extension }) => extension },
          {
            name: t('telephony.person'),
            cell: ({ person }) => (
              <>
                {format.text(person.name)} <small>{person.staffNumber}</small>
              </>
            ),
          },
          { name: t('telephony.from'), named: true, cell: ({ from }) => format.dateTime(from) },
          { name: t('telephony.to'), named: true, cell: ({ to }) => (to ? format.dateTime(to) : t('telephony.until')) },
          {
            name: { unseen: t('telephony.release') },
            cell: ({ assignmentId, extension, person, from, to }) =>
              !to &&
              new Date(from).getTime() < Date.now() && (
                <AskFirst
                  ask={t('telephony.releaseAsk', { name: format.text(person.name), extension })}
                  aria-label={`${t('telephony.release')} ${extension}`}
                  onYes={() => release.mutate({ assignmentId, at: new Date().toISOString() })}
                >
                  {t('telephony.release')}
                </AskFirst>
              ),
          },
        ]}
      />
    </>
  );
}

function Changes({ added, addedCount, endedCount, unchanged }: ExtensionPreview) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p className="ruled">
        <span>{t('telephony.added', { count: addedCount })}</span>
        <span>{t('telephony.ended', { count: endedCount })}</span>
        <span>{t('telephony.unchanged', { count: unchanged })}</span>
      </p>
      {added.length > 0 && (
        <DataTable keepsColumns>
          {added.map(({ line, extension, staffNumber, from, to }) => (
            <tr key={line}>
              <td>{extension}</td>
              <td>{staffNumber}</td>
              <td>{format.dateTime(from)}</td>
              <td>{to ? format.dateTime(to) : t('telephony.until')}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}

/** Puts one person at an extension, in the site's time. */
function AssignDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const assign = useAssignExtension();
  return (
    <FormDialog
      title={t('telephony.assign')}
      okText={t('admin.save')}
      body={newExtensionSchema}
      fields={[
        { of: 'extension', label: t('telephony.extension') },
        { of: 'staffNumber', label: t('telephony.staffNumber') },
        { of: 'from', label: t('telephony.from') },
        { of: 'to', label: t('telephony.to') },
        <small>{t('telephony.assignHint')}</small>,
      ]}
      send={assign.mutateAsync}
      onClose={onClose}
      width={440}
    />
  );
}
