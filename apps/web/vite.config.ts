import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compress.js';
import { offline } from './offline.js';

const api = 'http://localhost:3000';
const libs = fileURLToPath(new URL('../../libs/', import.meta.url));

/** Modules that only export: what a screen does not use of them is left out. Their packages do not say so themselves. */
const ONLY_EXPORTS = [libs, '/node_modules/@rc-component/', '/node_modules/@ant-design/'];

/** Contracts, and the door for screens that some libs have. */
const LIBS = [
  { find: '#contracts', replacement: `${libs}contracts/src/index.ts` },
  { find: /^#(\w+)\/screens$/, replacement: `${libs}$1/src/screens.ts` },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), offline(), compressed()],
  resolve: { alias: LIBS },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // One sheet: screens share classes across folders, and all of it compressed is a tenth of the sign-in screen's script.
    cssCodeSplit: false,
    // `first-views.int-spec.ts` adds up from it what each screen needs.
    manifest: true,
    // Charts are loaded when a report is opened; `first-views` holds everything else to its size. In kB, not compressed.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !ONLY_EXPORTS.some((part) => id.includes(part)) },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'react',
              tags: ['$initial'],
              test: /node_modules\/(react|react-dom|react-router|scheduler)\//,
              priority: 3,
            },
            { name: 'entrance', tags: ['$initial'], priority: 2 },
            // Pictures of a few hundred bytes each, which many screens draw: files of their own would each cost as much again.
            { name: 'icons', test: /icons-svg|ant-design\/icons\/es\/icons\//, minShareCount: 3, priority: 1.5 },
            // One file for what nearly every screen needs: many small ones compress badly.
            { name: 'kit', minShareCount: 26, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: api, ws: true } } },
});
