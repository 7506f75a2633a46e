import type { Component } from 'svelte';
import type { TillView } from '../backend/contract';
import CatalogueSheet from '../catalogue/CatalogueSheet.svelte';
import PrinterSettings from '../paper/PrinterSettings.svelte';
import StaffSheet from '../staff/StaffSheet.svelte';
import Account from './Account.svelte';
import Books from './Books.svelte';
import CustomerDisplay from './CustomerDisplay.svelte';
import Health from './Health.svelte';
import Hook from './Hook.svelte';
import Keys from './Keys.svelte';
import Sounds from './Sounds.svelte';
import Support from './Support.svelte';
import ThisTill from './ThisTill.svelte';
import Updates from './Updates.svelte';

type Sheet = Component<{ view: TillView }>;

/** A sheet that asks the engine for all that it shows. */
const byItself = (sheet: Component<Record<string, never>>): Sheet => sheet as unknown as Sheet;

/** A part of the settings. Its name is the message `settings-part-ID`; it draws one sheet or more. */
interface Part {
  id: string;
  sheet: Sheet;
  /** Shown only to whoever may change the settings. */
  forManagers?: true;
  /** Nothing is typed in it, so it is drawn anew each time: what it shows is what it finds then. */
  anew?: true;
}

/** All of them, in the order of the list. A new one is a line here and a message. */
const table = [
  { id: 'till', sheet: ThisTill },
  { id: 'staff', sheet: StaffSheet },
  { id: 'catalogue', sheet: CatalogueSheet },
  { id: 'printer', sheet: PrinterSettings },
  { id: 'display', sheet: CustomerDisplay },
  { id: 'customer', sheet: Hook },
  { id: 'keys', sheet: Keys },
  { id: 'sound', sheet: Sounds },
  { id: 'account', sheet: Account },
  { id: 'books', sheet: Books },
  { id: 'health', sheet: byItself(Health), anew: true },
  { id: 'updates', sheet: Updates },
  { id: 'support', sheet: byItself(Support), forManagers: true },
] as const satisfies Part[];

export type SettingsPart = (typeof table)[number]['id'];

const parts: readonly (Part & { id: SettingsPart })[] = table;

/** The parts that whoever stands at the till can open. */
export function partsFor(view: TillView): readonly (Part & { id: SettingsPart })[] {
  return parts.filter(({ forManagers }) => !forManagers || view.staff.can_edit);
}
