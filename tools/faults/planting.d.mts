export function plant(source: string, fault: { from: string; to: string }): string | null;
export function outcomeOf(status: number | null, report: string): 'passed' | 'failed' | 'did not run';
