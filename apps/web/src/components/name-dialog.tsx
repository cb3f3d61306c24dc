import { asGiven, type Bilingual } from '#contracts';
import { Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from './action-dialog.js';
import { useNameOrder } from '../format/use-format.js';
import { Field } from './admin-page.js';

interface Props {
  title: string;
  start: Bilingual;
  children?: ReactNode;
  save: (name: Bilingual) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for a name, in one language or in both. */
export function NameDialog({ title, start, children, save, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(() => asGiven(start));
  const id = useId();
  const inOrder = useNameOrder();
  const last = inOrder.at(-1);
  const given = { zh: name.zh.trim(), en: name.en.trim() };
  return (
    <ActionDialog
      title={title}
      okText={t('admin.save')}
      disabled={!given.zh && !given.en}
      send={() => save(given)}
      onClose={onClose}
      width={440}
    >
      {inOrder.map((lang) => (
        <Field
          key={lang}
          label={t(lang === 'zh' ? 'admin.nameZh' : 'admin.nameEn')}
          htmlFor={id + lang}
          {...(lang === last && { hint: t('admin.oneName') })}
        >
          <Input
            id={id + lang}
            lang={lang}
            value={name[lang]}
            maxLength={60}
            onChange={({ target }) => setName({ ...name, [lang]: target.value })}
          />
        </Field>
      ))}
      {children}
    </ActionDialog>
  );
}
