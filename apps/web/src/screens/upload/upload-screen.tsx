import { Button } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BatchForm, entryFor, metadataOf, notThere, readManifest, sortFolder } from '#contracts';
import { useUploadForm } from './agent-field.js';
import { useMay, useMe } from '../../data/session.js';
import { BatchFields } from './batch-form.js';
import { DropZone } from './drop-zone.js';
import { type Desk, type FolderReading, uploadDesk } from './upload-desk.js';
import { type FileSaid, type UploadFile, FileDialog } from './file-dialog.js';
import { type Unsaid, useBatchForm } from './use-batch-form.js';
import i18next from 'i18next';
import { brokeOff, type FileState, groupOf, isInBrowser, sumUp, resultLine } from './pause.rules.js';
import { wordsOf, FileRow, type RowActions } from './file-row.js';
import { PauseNote } from './pause-note.js';
import { useUploadDesk } from './use-upload-desk.js';
import { useRoom } from '../../components/use-media.js';
import { useRowWindow } from '../calls/use-row-window.js';
import './upload.css';

/** Three lines of words, as the style sheet has it. */
const ROW_HEIGHT = 62;
const COLUMNS = ['file', 'facts', 'state', 'result', 'do'] as const;

/** All files of the batch; only those in sight are drawn, so that thousands move smoothly. */
function FileTable({ files, ...actions }: { files: readonly UploadFile[] } & Omit<RowActions, 'onDetails'>) {
  const { t } = useTranslation();
  const room = useRoom();
  const [opened, setOpened] = useState<string | null>(null);
  const file = files.find(({ id }) => id === opened);
  const items = files.map(({ id }) => ({ id, height: ROW_HEIGHT }));
  const { setPane, from, to, above, below } = useRowWindow(items, room === 'wide' || room === 'medium');
  return (
    <div
      className="file-table column spring ruled-above on-surface"
      role="table"
      aria-label={t('upload.files')}
      aria-rowcount={files.length + 1}
    >
      <div className="file-columns label rigid soft" role="row">
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader">
            {t(`upload.columns.${column}`)}
          </span>
        ))}
      </div>
      <div
        className="file-rows fills scrolls"
        role="rowgroup"
        ref={setPane}
        tabIndex={0}
        aria-label={t('upload.files')}
      >
        <div style={{ height: above }} aria-hidden />
        {files.slice(from, to).map((one) => (
          <FileRow key={one.id} file={one} onDetails={setOpened} {...actions} />
        ))}
        <div style={{ height: below }} aria-hidden />
      </div>
      {file && <FileDialog file={file} onSay={actions.onSay} onClose={() => setOpened(null)} />}
    </div>
  );
}

const FOLDER: FolderReading = { entryFor, metadataOf, notThere, readManifest, sortFolder };

/** Files and folders of recordings, sent in with what is true of all of them; every file ends in words. */
export function UploadScreen() {
  const { t } = useTranslation();
  const may = useMay('calls.ingest');
  return (
    <div className="upload column fills">
      <header className="padded-thin">
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
      <div className="upload-top grid gap-6">
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
    <section className="manifest-faults dense scrolls" role="alert">
      <h2>{t('upload.manifest.title', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ path, fault }) => (
          <li className="breaks" key={`${path} ${fault.line} ${fault.what} ${fault.about}`}>
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

interface Props {
  desk: Desk;
  onRetryFailed: () => void;
  onCancel: () => void;
  onClear: () => void;
  onSaveResults: () => void;
}

/** `38 scored, 2 not recorded, 3 refused`, and what can be done with the batch as a whole. */
function BatchSummary({ desk, onRetryFailed, onCancel, onClear, onSaveResults }: Props) {
  const { t } = useTranslation();
  const states = desk.files.map(({ state }) => state);
  const onTheWay = states.some(isInBrowser);
  const failed = states.filter(brokeOff).length;
  const sum = sumUp(states).map(({ group, count }) => t(`tray.sum.${group}`, { count }));
  return (
    <div className="batch-summary row gap-2 ruled-above on-surface padded-thin">
      <p className="dense bold" role="status">
        {sum.join(t('tray.sumAnd'))}
      </p>
      <span className="spring" />
      {failed > 0 && <Button onClick={onRetryFailed}>{t('upload.retryFailed', { count: failed })}</Button>}
      {onTheWay && <Button onClick={onCancel}>{t('tray.cancelAll')}</Button>}
      <Button onClick={onSaveResults}>{t('upload.results')}</Button>
      {!onTheWay && <Button onClick={onClear}>{t('upload.clear')}</Button>}
      <PauseNote desk={desk} />
      {onTheWay && <small>{t('tray.cancelLeaves')}</small>}
    </div>
  );
}

/** Saves the result of every file as CSV, in the words of the screen. */
function useResultFile({ files }: Desk): () => void {
  const { t } = useTranslation();
  return () => {
    const head = (['file', 'state', 'result', 'next', 'callId', 'code'] as const).map((column) =>
      t(`upload.csv.${column}`),
    );
    const lines = files.map(({ path, state }) => {
      const words = wordsOf(state, i18next.t, i18next.language === 'en' ? 'en' : 'zh');
      return resultLine([path, words.state, words.what, words.next ?? '', callIdOf(state), codeOf(state)]);
    });
    const blob = new Blob(['\uFEFF', resultLine(head), ...lines], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = 'upload-results.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
}

const callIdOf = (state: FileState): string => (state.kind === 'taken' ? state.callId : '');

function codeOf(state: FileState): string {
  if (state.kind === 'refused') return state.code;
  if (state.kind === 'taken') return state.reason ?? state.stage;
  return groupOf(state);
}
