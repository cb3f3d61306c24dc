import { FileAddOutlined, FolderAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readChosen, readDrop, type DroppedFile } from './read-drop.js';

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
      className={`drop-zone ${over ? 'over' : ''}`}
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
