import type { Period, SettlementFile, SettlementMapping, SettlementPreview } from '../backend/contract';

export type PeriodName = Period['period'];

/** A period that is being chosen. */
export class PeriodDraft {
  name = $state<PeriodName>('today');
  from = $state('');
  to = $state('');

  constructor(name: PeriodName) {
    this.name = name;
  }

  get of(): Period {
    return this.name === 'days'
      ? { period: 'days', from: this.from, to: this.to || this.from }
      : { period: this.name };
  }
}

/** A settlement file that was chosen and not yet compared. It survives a change of screen. */
export class FileDraft {
  file = $state.raw<SettlementFile | null>(null);
  preview = $state.raw<SettlementPreview | null>(null);
  mapping = $state<SettlementMapping>({ columns: {}, in_paise: false });
  period = new PeriodDraft('yesterday');

  forget(): void {
    this.file = null;
    this.preview = null;
  }
}

/** What is typed on this page: notes by the difference's number, and the file. */
export class ReconcileDrafts {
  period = new PeriodDraft('today');
  notes = $state<Record<number, string>>({});
  /** The difference that was asked to be closed last: a refusal is told beside it. */
  refused = $state<number | null>(null);
  file = new FileDraft();
}

/** The file's bytes as they are: what they are is the engine's to say. */
export function readFile(chosen: File): Promise<SettlementFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => {
      reject(reader.error ?? new Error(chosen.name));
    };
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve({ name: chosen.name, base64: url.slice(url.indexOf(',') + 1) });
    };
    reader.readAsDataURL(chosen);
  });
}
