import type { Backend } from '../backend/backend';
import type {
  AskPage,
  HoldRowView,
  HoldsFilter,
  HoldsPageView,
  HoldsTab,
  SavedView,
  UiError,
} from '../backend/contract';
import { asRefusal } from '../words/words';
import { isEmpty, noFilter, refusedPart } from './filter';

/** The least height of a row, in its own unit. */
const ROW_HEIGHT = 49;

/** What the board shows: the pages that were asked for, one after another, never more than asked. */
export class Board {
  tab = $state<HoldsTab>('open');
  search = $state('');
  page = $state.raw<HoldsPageView | null>(null);
  rows = $state.raw<HoldRowView[]>([]);
  /** Of another question's answer so many rows are drawn at once: those that can be seen. The rest come with the next picture. */
  drawn = $state(Infinity);
  failed = $state(false);
  /** Of the rows that are shown. */
  filter = $state.raw<HoldsFilter>(noFilter());
  /** Why the last filter was not taken. */
  refused = $state.raw<UiError | null>(null);

  readonly #backend: Backend;
  #wanted = noFilter();
  #pages = 1;
  #asked = 0;
  /** What the rows that are shown were the answer to. */
  #answered = '';

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async show(tab: HoldsTab, search: string): Promise<void> {
    this.tab = tab;
    this.search = search;
    this.#pages = 1;
    await this.read();
  }

  /** A filter that is refused leaves the rows, and what they are narrowed by, as they are. */
  async narrow(filter: HoldsFilter): Promise<void> {
    this.#wanted = { ...filter };
    this.refused = null;
    this.#pages = 1;
    await this.read();
  }

  /** A saved view: its tab, search and filter at once. */
  async open({ tab, search, filter }: SavedView): Promise<void> {
    this.tab = tab;
    this.search = search;
    await this.narrow(filter);
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
    const filter = this.#wanted;
    const ask: Omit<AskPage, 'after'> = isEmpty(filter) ? { tab, search } : { tab, search, filter };
    try {
      const rows: HoldRowView[] = [];
      let page = await this.#backend.holdsPage({ ...ask, after: null });
      rows.push(...page.rows);
      for (let count = 1; count < this.#pages && page.next !== null; count += 1) {
        page = await this.#backend.holdsPage({ ...ask, after: page.next });
        rows.push(...page.rows);
      }
      // A slow answer to an older question is not shown over a newer one.
      if (asked !== this.#asked) return;
      const answered = JSON.stringify(ask);
      if (answered !== this.#answered) this.#drawFirst();
      this.#answered = answered;
      this.page = page;
      this.rows = rows;
      this.filter = filter;
      this.failed = false;
    } catch (reason) {
      if (asked === this.#asked) await this.#notRead(asRefusal(reason));
    }
  }

  #drawFirst(): void {
    this.drawn = Math.ceil(window.innerHeight / ROW_HEIGHT);
    // The first one comes before the picture of these rows, the second one after it.
    requestAnimationFrame(() => requestAnimationFrame(() => (this.drawn = Infinity)));
  }

  async #notRead(refusal: UiError): Promise<void> {
    if (refusedPart(refusal.code) === undefined || this.#wanted === this.filter) {
      this.failed = true;
      return;
    }
    this.refused = refusal;
    this.#wanted = this.filter;
    // The tab may be another one by now than that of the rows.
    await this.read();
  }
}
