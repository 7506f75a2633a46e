import type { CustomerDisplayView } from '../backend/contract';
import { NONE, t } from '../words/words';
import { clock } from '../words/time';

type Step = CustomerDisplayView['step'];

/** What a step means for the customer's money, for its colour and sign. Never told by the colour alone. */
export type Tone = 'quiet' | 'waits' | 'held' | 'paid' | 'failed';

export interface Told {
  tone: Tone;
  head: string;
  amount: string | null;
  next: string;
}

/** One step in words. */
export function told(step: Step): Told {
  switch (step.is) {
    case 'welcome':
    case 'code':
      return { tone: 'quiet', ...words(step.is), amount: null };
    case 'please_wait':
      return { tone: 'waits', ...words(step.is), amount: null };
    case 'not_possible':
      return { tone: 'failed', ...words(step.is), amount: null };
    case 'amount':
      return { tone: 'quiet', ...words(step.hold ? 'hold' : 'amount'), amount: step.amount_text };
    case 'balance':
      return { tone: 'waits', ...words(step.is), amount: step.amount_text };
    case 'too_low':
      return { tone: 'held', ...words(step.is), amount: step.amount_text };
    case 'top_up':
      return { tone: 'quiet', ...words(step.is), amount: step.amount_text };
    case 'sending':
    case 'not_sure':
    case 'taking':
    case 'releasing':
      return { tone: 'waits', ...words(step.is), amount: step.amount_text };
    case 'held': {
      const time = step.until_ms === null ? NONE : clock(step.until_ms);
      return {
        tone: 'held',
        head: t('shown-held'),
        next: t('shown-held.next', { time }),
        amount: step.amount_text,
      };
    }
    case 'paid': {
      const released = t('shown-paid.next', { amount: step.released_text ?? NONE });
      const refunded = step.refunded_text;
      return {
        tone: 'paid',
        head: t('shown-paid'),
        next: refunded === null ? released : t('shown-paid.refunded', { amount: refunded }),
        amount: step.amount_text,
      };
    }
    case 'released':
      return { tone: 'quiet', ...words(step.is), amount: step.amount_text };
    case 'refused':
    case 'not_paid':
      return { tone: 'failed', ...words(step.is), amount: step.amount_text };
  }
}

type Plain = Exclude<Step['is'], 'held' | 'paid'> | 'hold';

function words(name: Plain): { head: string; next: string } {
  return { head: t(`shown-${name}`), next: t(`shown-${name}.next`) };
}
