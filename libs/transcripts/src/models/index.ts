export { installedModels, type InstalledModel, type ModelState } from './installed-models.js';
export {
  isRecogniser,
  MODEL_ROLES,
  type ModelKind,
  modelKindSchema,
  type ModelManifest,
  modelManifestSchema,
  modelNameSchema,
} from './model-manifest.js';
