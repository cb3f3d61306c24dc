import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { unreadNames, type FolderForm } from './folder-form.rules.js';

interface Props {
  /** Below which directories a folder may lie. */
  dirs: readonly string[];
  value: FolderForm;
  onChange: (value: FolderForm) => void;
}

/** As the route takes them: an hour, and a day. */
const MOST = { stillSeconds: 3600, sidecarMinutes: 1440 };
const CONSENTS = ['', 'announced', 'given', 'unknown'] as const;
const KINDS = ['', 'announcement', 'spoken', 'keypad', 'contract', 'form'] as const;

/** Which folder is watched, and what holds of the recordings in it. */
export function FolderFields({ dirs, value, onChange }: Props) {
  const { t } = useTranslation();
  const set = (part: Partial<FolderForm>) => onChange({ ...value, ...part });
  const hint = dirs.length === 0 ? t('sources.noDirs') : t('sources.folderHint', { dirs: dirs.join(', ') });
  const unread = unreadNames(value);
  const namesHint =
    unread.length === 0
      ? t('sources.sidecarNamesHint')
      : t('sources.sidecarNamesUnread', { lines: unread.join(t('sources.comma')) });
  const number = (part: 'stillSeconds' | 'sidecarMinutes') => (
    <Field htmlFor={`folder-${part}`} label={t(`sources.${part}`)}>
      <Input
        id={`folder-${part}`}
        inputMode="numeric"
        style={{ width: 120 }}
        value={value[part]}
        onChange={({ target }) => set({ [part]: Math.min(MOST[part], Number(target.value.replaceAll(/\D/g, ''))) })}
      />
    </Field>
  );
  const choice = <T extends string>(part: keyof FolderForm, of: readonly T[], word: (one: T) => string) => (
    <Field htmlFor={`folder-${part}`} label={t(`sources.${part as 'consent'}`)}>
      <Select
        id={`folder-${part}`}
        value={value[part] as T}
        onChange={(one: T) => set({ [part]: one })}
        options={of.map((one) => ({ value: one, label: word(one) }))}
      />
    </Field>
  );
  return (
    <>
      <Field htmlFor="folder-path" label={t('sources.folder')} hint={hint}>
        <Input
          id="folder-path"
          disabled={dirs.length === 0}
          value={value.path}
          maxLength={1000}
          onChange={({ target }) => set({ path: target.value })}
        />
      </Field>
      {value.path.trim() !== '' && (
        <>
          {number('stillSeconds')}
          <Checkbox checked={value.recordings} onChange={({ target }) => set({ recordings: target.checked })}>
            {t('sources.recordings')}
          </Checkbox>
        </>
      )}
      {value.path.trim() !== '' && value.recordings && (
        <>
          {choice('consent', CONSENTS, (one) => t(`sources.consents.${one || 'each'}`))}
          {value.consent !== '' && choice('evidence', KINDS, (one) => t(`sources.kinds.${one || 'none'}`))}
          {choice('direction', ['', 'inbound', 'outbound', 'internal'] as const, (one) =>
            t(`sources.directions.${one || 'each'}`),
          )}
          {choice('agentChannel', ['', 'left', 'right'] as const, (one) => t(`sources.channels.${one || 'each'}`))}
          <Field htmlFor="folder-region" label={t('sources.region')}>
            <Input
              id="folder-region"
              style={{ width: 120 }}
              value={value.region}
              maxLength={6}
              onChange={({ target }) => set({ region: target.value })}
            />
          </Field>
          {number('sidecarMinutes')}
          <Field htmlFor="folder-names" label={t('sources.names')} hint={t('sources.namesHint')}>
            <Input.TextArea
              id="folder-names"
              rows={2}
              value={value.names}
              onChange={({ target }) => set({ names: target.value })}
            />
          </Field>
          <Field htmlFor="folder-sidecarNames" label={t('sources.sidecarNames')} hint={namesHint}>
            <Input.TextArea
              id="folder-sidecarNames"
              rows={2}
              value={value.sidecarNames}
              onChange={({ target }) => set({ sidecarNames: target.value })}
            />
          </Field>
        </>
      )}
    </>
  );
}
