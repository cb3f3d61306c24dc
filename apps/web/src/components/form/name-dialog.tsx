import { asGiven, type Bilingual } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useNameOrder } from '../../format/use-format.js';
import { FormDialog } from './form-dialog.js';

interface Props {
  title: string;
  start: Bilingual;
  children?: ReactNode;
  save: (name: Bilingual) => Promise<unknown>;
  onClose: () => void;
}

const language = z.string().trim().max(60);
const bothSchema = z.object({ zh: language, en: language });

/** Asks for a name, in one language or in both. */
export function NameDialog({ title, start, children, save, onClose }: Props) {
  const { t } = useTranslation();
  const names = useNameOrder().map((lang, at) => ({
    of: lang,
    label: t(lang === 'zh' ? 'admin.nameZh' : 'admin.nameEn'),
    control: { lang },
    ...(at === 1 && { hint: t('admin.oneName') }),
  }));
  return (
    <FormDialog
      title={title}
      okText={t('admin.save')}
      body={bothSchema}
      start={asGiven(start)}
      fields={[...names, children]}
      disabled={({ zh, en }) => !zh.trim() && !en.trim()}
      send={save}
      onClose={onClose}
      width={440}
    />
  );
}
