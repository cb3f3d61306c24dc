import { App } from 'antd';
import type { useAppProps } from 'antd/es/app/context.js';
import { useEffect } from 'react';

type Props = { onReady: (to: useAppProps) => void };

export default function AntMessages(props: Props) {
  return (
    <App component={false}>
      <Ready {...props} />
    </App>
  );
}

function Ready({ onReady }: Props) {
  const app = App.useApp();
  useEffect(() => onReady(app), [app, onReady]);
  return null;
}
