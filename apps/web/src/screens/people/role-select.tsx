import { roleSchema, type Role } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';

/** Every role there is. */
export function RoleSelect({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation();
  return (
    <Field htmlFor="role" label={t('person.role')}>
      <Select
        id="role"
        value={role}
        onChange={onChange}
        style={{ minWidth: 140 }}
        options={roleSchema.options.map((value) => ({ value, label: t(`shell.role.${value}`) }))}
      />
    </Field>
  );
}
