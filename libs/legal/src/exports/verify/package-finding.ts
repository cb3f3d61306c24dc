export type PackageFault =
  | 'manifest_missing'
  | 'signature_invalid'
  | 'changed'
  | 'missing'
  | 'added'
  | 'twice'
  | 'journal_wrong'
  | 'head_wrong'
  | 'original_not_as_sealed'
  | 'time_stamp_wrong';

export interface PackageFinding {
  fault: PackageFault;
  /** The file, or the place in it. */
  path: string;
}
