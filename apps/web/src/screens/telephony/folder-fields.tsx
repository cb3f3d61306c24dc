import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPart } from '../../components/dialogs.js';
import { type FolderForm, unreadNames } from './folder-form.rules.js';

interface Props {
  /** Below which directories a folder may lie. */
  dirs: readonly string[];
  value: FolderForm;
  onChange: (value: FolderForm) => void;
}

/** As the route takes them: an hour, and a day. */
const bodySchema = z.object({
  path: z.string().max(1000),
  stillSeconds: z.number().int().min(0).max(3600),
  recordings: z.boolean(),
  consent: z.enum(['', 'announced', 'given', 'unknown']),
  evidence: z.enum(['', 'announcement', 'spoken', 'keypad', 'contract', 'form']),
  direction: z.enum(['', 'inbound', 'outbound', 'internal']),
  agentChannel: z.enum(['', 'left', 'right']),
  region: z.string().max(6),
  sidecarMinutes: z.number().int().min(0).max(1440),
});

/** Which folder is watched, and what holds of the recordings in it. */
export function FolderFields({ dirs, value, onChange }: Props) {
  const { t } = useTranslation();
  const unread = unreadNames(value);
  const watched = value.path.trim() !== '';
  const heard = watched && value.recordings;
  return (
    <FormPart
      body={bodySchema}
      value={value as FolderForm & Pick<z.infer<typeof bodySchema>, 'consent'>}
      onChange={(part) => onChange({ ...value, ...part })}
      fields={[
        {
          of: 'path',
          label: t('sources.folder'),
          hint: dirs.length === 0 ? t('sources.noDirs') : t('sources.folderHint', { dirs: dirs.join(', ') }),
          control: { disabled: dirs.length === 0 },
        },
        watched && { of: 'stillSeconds', label: t('sources.stillSeconds') },
        watched && { of: 'recordings', label: t('sources.recordings') },
        heard && { of: 'consent', label: t('sources.consent'), words: (one) => t(`sources.consents.${one || 'each'}`) },
        heard &&
          value.consent !== '' && {
            of: 'evidence',
            label: t('sources.evidence'),
            words: (one) => t(`sources.kinds.${one || 'none'}`),
          },
        heard && {
          of: 'direction',
          label: t('sources.direction'),
          words: (one) => t(`sources.directions.${one || 'each'}`),
        },
        heard && {
          of: 'agentChannel',
          label: t('sources.agentChannel'),
          words: (one) => t(`sources.channels.${one || 'each'}`),
        },
        heard && { of: 'region', label: t('sources.region'), control: { style: { width: 120 } } },
        heard && { of: 'sidecarMinutes', label: t('sources.sidecarMinutes') },
        heard && { of: 'names', as: 'lines', rows: 2, label: t('sources.names'), hint: t('sources.namesHint') },
        heard && {
          of: 'sidecarNames',
          as: 'lines',
          rows: 2,
          label: t('sources.sidecarNames'),
          hint:
            unread.length === 0
              ? t('sources.sidecarNamesHint')
              : t('sources.sidecarNamesUnread', { lines: unread.join(t('sources.comma')) }),
        },
      ]}
    />
  );
}
