export declare const slowness: number;
export declare function patient(ms: number): number;
