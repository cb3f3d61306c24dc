import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Jest loads a global set-up natively, and Node 20 cannot read TypeScript on its own.
const source = fileURLToPath(new URL('./global-postgres.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false, logLevel: 'error' });

export default module.startTestServer;
export const stopTestServer = module.stopTestServer;
