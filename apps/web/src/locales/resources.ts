import 'i18next';
import type * as zh from './zh/index.js';
import type * as later from './zh/later.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh & typeof later };
  }
}
