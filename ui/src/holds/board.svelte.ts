import type { Backend } from '../backend/backend';
import type { HoldRowView, HoldsPageView, HoldsTab } from '../backend/contract';

/** What the board shows: the pages that were asked for, one after another, never more than asked. */
export class Board {
  tab = $state<HoldsTab>('open');
  search = $state('');
  page = $state.raw<HoldsPageView | null>(null);
  rows = $state.raw<HoldRowView[]>([]);
  failed = $state(false);

  readonly #backend: Backend;
  #pages = 1;
  #asked = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async show(tab: HoldsTab, search: string): Promise<void> {
    this.tab = tab;
    this.search = search;
    this.#pages = 1;
    await this.read();
  }

  async more(): Promise<void> {
    if (!this.page || this.page.next === null) return;
    this.#pages += 1;
    await this.read();
  }

  /** Reads every page that is open again, so that rows, counts and totals are of one moment. */
  async read(): Promise<void> {
    const asked = ++this.#asked;
    const { tab, search } = this;
    try {
      const rows: HoldRowView[] = [];
      let page = await this.#backend.holdsPage({ tab, search, after: null });
      rows.push(...page.rows);
      for (let count = 1; count < this.#pages && page.next !== null; count += 1) {
        page = await this.#backend.holdsPage({ tab, search, after: page.next });
        rows.push(...page.rows);
      }
      // A slow answer to an older question is not shown over a newer one.
      if (asked !== this.#asked) return;
      this.page = page;
      this.rows = rows;
      this.failed = false;
    } catch {
      if (asked === this.#asked) this.failed = true;
    }
  }
}
