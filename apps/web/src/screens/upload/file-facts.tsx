import { InputNumber } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { FactSelect, type Fact } from './fact-fields.js';
import type { FileSaid, UploadFile } from './upload-file.js';

interface Props {
  file: UploadFile;
  /** What the batch says, where the file says nothing of its own. */
  batch: Record<Fact, string>;
  onSay: (id: string, said: FileSaid) => void;
}

/** What is known of this one call: how long it rang, whether it was transferred, who hung up. Left alone it is as the batch says, or not known. */
export const FileFacts = memo(function FileFacts({ file, batch, onSay }: Props) {
  const { t } = useTranslation();
  const { id, path, said } = file;
  const rang = Number(said.ringSeconds ?? '');
  return (
    <div role="cell" className="file-facts">
      <label>
        <span>{t('upload.field.ringSeconds')}</span>
        <InputNumber
          size="small"
          min={0}
          max={3600}
          precision={1}
          controls={false}
          placeholder="–"
          aria-label={t('upload.factOf', { fact: t('upload.field.ringSeconds'), file: path })}
          value={said.ringSeconds === undefined || said.ringSeconds === '' ? null : rang}
          onChange={(value) => onSay(id, { ringSeconds: value === null ? '' : String(value) })}
        />
      </label>
      {(['transfer', 'hangupParty'] as const).map((fact) => (
        <label key={fact}>
          <span>{t(`upload.field.${fact}`)}</span>
          <FactSelect
            fact={fact}
            size="small"
            label={t('upload.factOf', { fact: t(`upload.field.${fact}`), file: path })}
            value={said[fact] ?? batch[fact]}
            onChange={(value) => onSay(id, { [fact]: value })}
          />
        </label>
      ))}
    </div>
  );
});
