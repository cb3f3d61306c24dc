import { Button, Popconfirm, type ButtonProps } from 'antd';
import { useTranslation } from 'react-i18next';

/** A button that asks once before it does what cannot be undone. */
export function AskFirst({ ask, onYes, ...button }: { ask: string; onYes: () => void } & ButtonProps) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={ask}
      okText={t('admin.yes')}
      cancelText={t('admin.cancel')}
      onConfirm={onYes}
      icon={null}
      placement="topLeft"
      styles={{ root: { maxWidth: 340 } }}
    >
      <Button size="small" {...button} />
    </Popconfirm>
  );
}
