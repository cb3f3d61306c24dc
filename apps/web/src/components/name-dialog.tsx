import type { Bilingual } from '#contracts';
import { Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from './opened/modal.js';
import { Field } from './admin-page.js';
import { FailureNote } from './failure-note.js';

interface Props {
  title: string;
  start: Bilingual;
  sending: boolean;
  error: unknown;
  children?: ReactNode;
  onSave: (name: Bilingual) => void;
  onClose: () => void;
}

/** Asks for a name in both languages. */
export function NameDialog({ title, start, sending, error, children, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const [zh, setZh] = useState(start.zh);
  const [en, setEn] = useState(start.en);
  const [zhId, enId] = [useId(), useId()];
  const complete = zh.trim() !== '' && en.trim() !== '';
  return (
    <Modal
      open
      title={title}
      okText={t('admin.save')}
      cancelText={t('admin.cancel')}
      okButtonProps={{ disabled: !complete, loading: sending }}
      onOk={() => onSave({ zh: zh.trim(), en: en.trim() })}
      onCancel={onClose}
      width={440}
    >
      <div className="admin-dialog">
        <Field label={t('admin.nameZh')} htmlFor={zhId}>
          <Input id={zhId} lang="zh" value={zh} maxLength={60} onChange={(e) => setZh(e.target.value)} />
        </Field>
        <Field label={t('admin.nameEn')} htmlFor={enId}>
          <Input id={enId} lang="en" value={en} maxLength={60} onChange={(e) => setEn(e.target.value)} />
        </Field>
        {children}
        {error ? <FailureNote error={error} /> : null}
      </div>
    </Modal>
  );
}
