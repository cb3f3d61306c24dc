import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../../components/use-failure.js';
import { checklistYaml } from '../../data/checklists.js';
import { useChange } from '../../data/queries.js';
import { useSay } from '../../components/opened/say.js';

/** Gives text to the browser as a file. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** Takes a version, or the draft as it was last saved, away as YAML. */
export function ExportButton({ checklistId, version }: { checklistId: string; version: number | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const read = useChange(() => checklistYaml(checklistId, version));
  const { sentence } = useFailure(read.error);
  const take = () =>
    read.mutate(undefined, {
      onSuccess: (yaml) => saveFile(`${checklistId}-${version === null ? 'draft' : `v${version}`}.yaml`, yaml),
      onError: () => say(({ message }) => void message.error(sentence)),
    });
  return (
    <Button loading={read.isPending} onClick={take}>
      {t('checklists.export')}
    </Button>
  );
}
