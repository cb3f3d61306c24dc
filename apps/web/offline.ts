import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

/** What is needed before the first screen behind the sign-in can be drawn; other screens are kept when they are opened. */
const SHELL = ['index.html', 'src/shell/inside.tsx', 'src/screens/home/home-screen.tsx'];
const LANGUAGES = ['zh', 'en'].flatMap((language) => [
  `src/locales/${language}/entrance.ts`,
  `src/locales/${language}/language.ts`,
]);

/** Builds the service worker beside the screens: it knows their files by name, and is another one whenever one of them is. */
export function offline(): Plugin {
  return {
    name: 'shouwen-offline',
    apply: 'build',
    writeBundle: {
      order: 'pre',
      sequential: true,
      async handler({ dir }, files) {
        if (!dir) return;
        const built = Object.values(files);
        const needed = new Set<string>();
        const need = (name: string): void => {
          const file = files[name];
          if (needed.has(name) || !file) return;
          needed.add(name);
          if (file.type === 'chunk') file.imports.forEach(need);
        };
        for (const part of [...SHELL, ...LANGUAGES]) {
          const chunk = built.find(
            (file) => file.type === 'chunk' && file.facadeModuleId === join(import.meta.dirname, part),
          );
          if (!chunk) throw new Error(`The build has no ${part}, which the service worker keeps`);
          need(chunk.fileName);
        }
        for (const { fileName } of built) if (fileName.endsWith('.css')) needed.add(fileName);
        const version = createHash('sha256');
        for (const { fileName } of built) version.update(`${fileName}\n`);
        const shell = ['/', ...[...needed].sort().map((name) => `/${name}`)];
        const bundle = await rolldown({
          input: join(import.meta.dirname, 'src/offline/service-worker.ts'),
          transform: {
            define: { SHELL: JSON.stringify(shell), VERSION: JSON.stringify(version.digest('hex').slice(0, 16)) },
          },
        });
        await bundle.write({ file: join(dir, 'sw.js'), format: 'iife', minify: true });
        await bundle.close();
      },
    },
  };
}
