import type { TillView } from '../backend/contract';

export const STEPS = ['amount', 'mobile', 'otp', 'hold', 'capture', 'done'] as const;
export type GuideStep = (typeof STEPS)[number] | 'wait';

/** What comes next in a first sale. */
export function guideStep(view: TillView): GuideStep {
  if (view.sale) {
    if (view.sale.can_capture) return 'capture';
    return view.sale.money === 'paid' || view.sale.word === 'released' ? 'done' : 'wait';
  }
  if (view.cart.total_paise === 0) return 'amount';
  switch (view.customer.state) {
    case 'none':
    case 'stopped':
      return 'mobile';
    case 'otp_asked':
    case 'relink_needed':
      return 'otp';
    case 'linked':
      return view.button.kind === 'pay' && view.button.action_id !== null ? 'hold' : 'wait';
    case 'looking_up':
    case 'sending_otp':
    case 'verifying':
    case 'unlinking':
      return 'wait';
  }
}
