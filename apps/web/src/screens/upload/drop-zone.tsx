import { FileAddOutlined, FolderAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placed } from '#contracts';

/** Where files and whole folders are dropped; two buttons do the same by keyboard. */
export function DropZone({ onFiles }: { onFiles: (files: DroppedFile[]) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void readDrop(event.dataTransfer).then(onFiles);
  };
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    if (event.target.files) onFiles(readChosen(event.target.files));
    event.target.value = '';
  };
  return (
    <section
      className={`drop-zone column gap-2 on-surface ${over ? 'over' : ''}`}
      aria-label={t('upload.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('upload.drop')}</p>
      <div>
        <Button icon={<FileAddOutlined aria-hidden />} onClick={() => files.current?.click()}>
          {t('upload.chooseFiles')}
        </Button>
        <Button icon={<FolderAddOutlined aria-hidden />} onClick={() => folder.current?.click()}>
          {t('upload.chooseFolder')}
        </Button>
      </div>
      <small>{t('upload.dropNote')}</small>
      <input
        ref={files}
        id="upload-files"
        type="file"
        multiple
        hidden
        aria-label={t('upload.chooseFiles')}
        onChange={chosen}
      />
      <input
        ref={folder}
        id="upload-folder"
        type="file"
        hidden
        aria-label={t('upload.chooseFolder')}
        onChange={chosen}
        {...{ webkitdirectory: '' }}
      />
    </section>
  );
}

/** A file of the person's machine, with its place in what was dropped. */
export interface DroppedFile extends Placed {
  file: File;
}

/** Everything that was dropped, whole folders read through. Must be called in the event itself: its items are gone afterwards. */
export async function readDrop(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  return (await Promise.all(entries.map((entry) => readEntry(entry, '')))).flat();
}

/** What was chosen with a button: files, or a folder with all that is in it. */
export const readChosen = (files: FileList): DroppedFile[] =>
  [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

async function readEntry(entry: FileSystemEntry, above: string): Promise<DroppedFile[]> {
  const path = above + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [{ file, path }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: DroppedFile[] = [];
  for (;;) {
    // A reader gives at most a hundred at a time, and none at its end.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map((one) => readEntry(one, `${path}/`)))).flat());
  }
}
