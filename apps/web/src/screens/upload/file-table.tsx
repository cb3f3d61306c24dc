import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../components/use-media.js';
import { useRowWindow } from '../calls/use-row-window.js';
import { FileDialog } from './file-dialog.js';
import { FileRow, type RowActions } from './file-row.js';
import type { UploadFile } from './upload-file.js';

/** Three lines of words, as the style sheet has it. */
const ROW_HEIGHT = 62;
const COLUMNS = ['file', 'facts', 'state', 'result', 'do'] as const;

/** All files of the batch; only those in sight are drawn, so that thousands move smoothly. */
export function FileTable({ files, ...actions }: { files: readonly UploadFile[] } & Omit<RowActions, 'onDetails'>) {
  const { t } = useTranslation();
  const room = useRoom();
  const [opened, setOpened] = useState<string | null>(null);
  const file = files.find(({ id }) => id === opened);
  const items = files.map(({ id }) => ({ id, height: ROW_HEIGHT }));
  const { setPane, from, to, above, below } = useRowWindow(items, room === 'wide' || room === 'medium');
  return (
    <div className="file-table" role="table" aria-label={t('upload.files')} aria-rowcount={files.length + 1}>
      <div className="file-columns" role="row">
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader">
            {t(`upload.columns.${column}`)}
          </span>
        ))}
      </div>
      <div className="file-rows" role="rowgroup" ref={setPane} tabIndex={0} aria-label={t('upload.files')}>
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
