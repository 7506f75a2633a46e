import { SvelteSet } from 'svelte/reactivity';
import type { HoldRowView } from '../backend/contract';

/** The holds that a manager has ticked. A row that leaves the list meanwhile stays ticked: the table before the money
 * says what has become of it. */
export class Selection {
  readonly refs = new SvelteSet<string>();

  has(ourRef: string): boolean {
    return this.refs.has(ourRef);
  }

  set(ourRef: string, ticked: boolean): void {
    if (ticked) this.refs.add(ourRef);
    else this.refs.delete(ourRef);
  }

  /** Ticks every row that is shown; when all of them are, none. */
  setAll(rows: HoldRowView[]): void {
    const ticked = !this.hasAll(rows);
    for (const row of rows) this.set(row.our_ref, ticked);
  }

  hasAll(rows: HoldRowView[]): boolean {
    return rows.length > 0 && rows.every((row) => this.refs.has(row.our_ref));
  }

  hasSome(rows: HoldRowView[]): boolean {
    return rows.some((row) => this.refs.has(row.our_ref));
  }

  /** How many are ticked and not shown. */
  gone(rows: HoldRowView[]): number {
    return this.refs.size - rows.filter((row) => this.refs.has(row.our_ref)).length;
  }

  clear(): void {
    this.refs.clear();
  }
}
