import { newPersonSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { useCreatePerson } from '../../data/people.js';
import { useNameOrder } from '../../format/use-format.js';
import { TeamSelect } from './team-select.js';

const name = z.string().trim().max(60);
const askedSchema = newPersonSchema.omit({ name: true }).extend({ nameZh: name, nameEn: name });

/** One new person, who is opened afterwards. */
export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreatePerson();
  const names = useNameOrder().map((language, at) => {
    const of = language === 'zh' ? ('nameZh' as const) : ('nameEn' as const);
    return { of, id: `new-${of}`, label: t(`people.${of}`), ...(at === 1 && { hint: t('admin.oneName') }) };
  });
  return (
    <FormDialog
      title={t('people.add')}
      okText={t('admin.add')}
      body={askedSchema}
      fields={[
        { of: 'staffNumber', id: 'new-staffNumber', label: t('people.staffNumber') },
        ...names,
        { of: 'email', label: t('people.email'), hint: t('people.emailHint') },
        {
          of: 'teamId',
          id: 'new-team',
          label: t('people.team'),
          draw: ({ id, value, onChange }) => <TeamSelect id={id} value={value || undefined} onChange={onChange} />,
        },
      ]}
      disabled={({ nameZh, nameEn }) => !nameZh.trim() && !nameEn.trim()}
      send={async ({ nameZh: zh, nameEn: en, ...body }) => {
        const { id } = await create.mutateAsync({ ...body, name: { zh, en } });
        void navigate(`/people/${id}`);
      }}
      onClose={onClose}
      width={440}
    />
  );
}
