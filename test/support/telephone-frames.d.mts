export declare const FRAME: number;
export declare const FRAME_MS: number;
export declare function frameOf(
  sound: { readonly from: number; readonly sides: readonly Buffer[] } | null,
  stream: number,
  number: number,
): Buffer;
