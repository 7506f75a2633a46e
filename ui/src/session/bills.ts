import { goTo } from './place';
import { noPark, noTerms, type Session } from './session.svelte';

/** F11: asks for a name to park the bill under; with nothing to park, the parked bills. */
export function parkOrRecall(session: Session): void {
  const view = session.view;
  if (!view) return;
  session.screen = 'till';
  const canPark = !view.sale && view.cart.lines.length > 0;
  if (!canPark) session.parkedShown = !session.parkedShown;
  else if (session.drafts.park.open) void park(session);
  else {
    session.drafts.park = { open: true, name: '' };
    requestAnimationFrame(() => goTo('park-name'));
  }
}

export async function park(session: Session): Promise<void> {
  const name = session.drafts.park.name;
  if (await session.act({ command: 'cart', cart: 'park', name }, 'park', 'move'))
    session.drafts.park = noPark();
}

export async function recall(session: Session, number: number): Promise<void> {
  if (!(await session.act({ command: 'cart', cart: 'recall', number }, 'park', 'move'))) return;
  session.parkedShown = false;
}

export async function throwAway(session: Session, number: number): Promise<void> {
  await session.act({ command: 'cart', cart: 'throw_away', number }, 'park');
}

/** Both in one form; what was not changed is not asked for. */
export async function saveTerms(session: Session): Promise<void> {
  const bill = session.view?.cart.bill;
  const { discount, note } = session.drafts.terms;
  if (!bill) return;
  const noted =
    note === bill.note || (await session.act({ command: 'cart', cart: 'note', text: note }, 'bill'));
  if (!noted) return;
  const isSame = discount === bill.discount_field;
  if (isSame || (await session.act({ command: 'cart', cart: 'discount', text: discount }, 'bill', 'move'))) {
    session.drafts.terms = noTerms();
  }
}

export async function beginFinal(session: Session): Promise<void> {
  if (await session.act({ command: 'cart', cart: 'final_begin' }, 'capture')) goTo('amount-input');
}

export async function undoFinal(session: Session): Promise<void> {
  await session.act({ command: 'cart', cart: 'final_undo' }, 'capture');
}
