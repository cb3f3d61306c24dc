import { Button } from 'antd';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type BatchForm, entryFor, metadataOf, notThere, readManifest, sortFolder } from '#contracts';
import { useUploadForm } from '../../data/upload-form.js';
import { useMay, useMe } from '../../data/session.js';
import { BatchFields } from './batch-form.js';
import { BatchSummary } from './batch-summary.js';
import { DropZone } from './drop-zone.js';
import { FileTable } from './file-table.js';
import { type Desk, type FolderReading, uploadDesk } from './upload-desk.js';
import type { FileSaid } from './upload-file.js';
import { type Unsaid, useBatchForm } from './use-batch-form.js';
import { useResultFile } from './use-result-file.js';
import { useUploadDesk } from './use-upload-desk.js';
import './upload.css';

const FOLDER: FolderReading = { entryFor, metadataOf, notThere, readManifest, sortFolder };

/** Files and folders of recordings, sent in with what is true of all of them; every file ends in words. */
export function UploadScreen() {
  const { t } = useTranslation();
  const may = useMay('calls.ingest');
  return (
    <div className="upload">
      <header className="upload-head">
        <h1>{t('upload.title')}</h1>
      </header>
      {may ? <Upload /> : <p className="note">{t('upload.noPermission')}</p>}
    </div>
  );
}

function Upload() {
  const desk = useUploadDesk();
  const company = useUploadForm();
  const { form, unsaid, change } = useBatchForm(company.data);
  const { transfer, hangupParty } = form;
  const batch = useMemo(() => ({ transfer, hangupParty }), [transfer, hangupParty]);
  const { timeZone } = useMe();
  const latest = useRef({ form, timeZone });
  latest.current = { form, timeZone };
  const saveResults = useResultFile(desk);
  const retry = useCallback((id: string) => uploadDesk.start(latest.current.form, latest.current.timeZone, id), []);
  const say = useCallback((id: string, said: FileSaid) => uploadDesk.describe(id, said), []);
  const cancel = useCallback((id: string) => uploadDesk.cancel(id), []);
  return (
    <>
      <div className="upload-top">
        <BatchFields form={form} channelSaid={!unsaid.includes('agentChannel')} onChange={change} />
        <DropZone onFiles={(files) => void uploadDesk.add(files, FOLDER)} />
      </div>
      <StartBar form={form} unsaid={unsaid} ready={desk.files.filter(({ state }) => state.kind === 'ready').length} />
      <ManifestFaults faults={desk.manifestFaults} />
      {desk.files.length > 0 && (
        <>
          <BatchSummary
            desk={desk}
            onRetryFailed={() => uploadDesk.retryFailed(form, timeZone)}
            onCancel={() => uploadDesk.cancel()}
            onClear={() => uploadDesk.clear()}
            onSaveResults={saveResults}
          />
          <FileTable files={desk.files} batch={batch} onRetry={retry} onCancel={cancel} onSay={say} />
        </>
      )}
    </>
  );
}

/** Begins with what is ready; says what is missing where it cannot. */
function StartBar({ form, unsaid, ready }: { form: BatchForm; unsaid: Unsaid[]; ready: number }) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  if (ready === 0) return null;
  const fields = unsaid.map((part) => t('upload.quoted', { field: t(`upload.field.${part}`) })).join(t('upload.and'));
  const missing = unsaid.length > 0 ? t('upload.unsaid', { fields }) : null;
  return (
    <div className="upload-start">
      <Button type="primary" disabled={missing !== null} onClick={() => uploadDesk.start(form, timeZone)}>
        {t('upload.start', { count: ready })}
      </Button>
      {missing && <small>{missing}</small>}
    </div>
  );
}

/** The faults of a manifest, line by line. Its correct lines are used all the same. */
function ManifestFaults({ faults }: { faults: Desk['manifestFaults'] }) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <section className="manifest-faults" role="alert">
      <h2>{t('upload.manifest.title', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ path, fault }) => (
          <li key={`${path} ${fault.line} ${fault.what} ${fault.about}`}>
            {t('upload.manifest.line', {
              path,
              line: fault.line,
              what: t(`upload.manifest.${fault.what}`, { about: fault.about }),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
