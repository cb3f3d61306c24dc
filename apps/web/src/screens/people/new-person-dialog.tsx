import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useCreatePerson } from '../../data/people.js';
import { useNameOrder } from '../../format/use-format.js';
import { TeamSelect } from './team-select.js';

/** One new person, who is opened afterwards. */
export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreatePerson();
  const [given, setGiven] = useState({ staffNumber: '', nameZh: '', nameEn: '', email: '' });
  const [teamId, setTeamId] = useState<string>();
  const names = useNameOrder().map((language) => (language === 'zh' ? ('nameZh' as const) : ('nameEn' as const)));
  const named = given.nameZh.trim() !== '' || given.nameEn.trim() !== '';
  const complete = teamId !== undefined && given.staffNumber.trim() !== '' && named;
  const save = async () => {
    const { staffNumber, nameZh, nameEn, email } = given;
    const { id } = await create.mutateAsync({
      staffNumber: staffNumber.trim(),
      name: { zh: nameZh.trim(), en: nameEn.trim() },
      teamId: teamId ?? '',
      email: email.trim() || null,
    });
    void navigate(`/people/${id}`);
  };
  return (
    <ActionDialog
      title={t('people.add')}
      okText={t('admin.add')}
      disabled={!complete}
      send={save}
      onClose={onClose}
      width={440}
    >
      {(['staffNumber', ...names, 'email'] as const).map((part) => (
        <Field
          key={part}
          htmlFor={`new-${part}`}
          label={t(`people.${part}`)}
          {...(part === 'email' && { hint: t('people.emailHint') })}
          {...(part === names.at(-1) && { hint: t('admin.oneName') })}
        >
          <Input
            id={`new-${part}`}
            value={given[part]}
            maxLength={part === 'email' ? 254 : part === 'staffNumber' ? 40 : 60}
            onChange={({ target }) => setGiven((before) => ({ ...before, [part]: target.value }))}
          />
        </Field>
      ))}
      <Field htmlFor="new-team" label={t('people.team')}>
        <TeamSelect id="new-team" value={teamId} onChange={setTeamId} />
      </Field>
    </ActionDialog>
  );
}
