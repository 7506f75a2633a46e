import { describe, expect, it, vi } from 'vitest';
import type { RefundPanelView, TimelineView } from '../src/backend/contract';
import * as board from '../src/fixtures/board';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

const OUR_REF = board.row().our_ref;

function panel(): RefundPanelView {
  return {
    our_ref: OUR_REF,
    amount_text: '₹200.00',
    rest_text: '₹250.00',
    reason: 'too much',
    masked: '•••••• 3210',
    action_id: 'refund-1',
  };
}

async function openTimeline(timeline: TimelineView): Promise<Till> {
  const till = await Till.open(views.ready());
  till.engine.board = () => board.page({ rows: [timeline.row] });
  till.engine.holdTimeline = () => Promise.resolve(timeline);
  await till.press('nav-holds');
  await vi.waitFor(() => expect(till.find('totals')).not.toBeNull());
  till.all('hold-row')[0]?.click();
  await till.settle();
  return till;
}

describe('refunds', () => {
  it('are offered for a paid sale alone', async () => {
    const till = await openTimeline(board.paidTimeline());
    expect(till.find('refund-open')).not.toBeNull();
    await till.close();
    const held = await openTimeline(board.timeline());
    expect(held.find('refund-open')).toBeNull();
  });

  it('start at what can still be refunded, and Enter leads to the panel and no further', async () => {
    const till = await openTimeline(board.paidTimeline());
    await till.press('refund-open');
    expect(till.field('refund-amount').value).toBe('450.00');
    await till.type('refund-amount', '200');
    await till.type('refund-reason', 'too much');
    await till.key('Enter');
    expect(till.engine.commands).toEqual([
      { command: 'refund', refund: 'review', our_ref: OUR_REF, amount_text: '200', reason: 'too much' },
    ]);
    await till.show({ ...views.ready(), refund: panel() });
    expect(till.text('refund-panel')).toContain(t('refund-panel', { amount: '₹200.00' }));
    expect(till.text('refund-panel')).toContain(t('refund-once'));
    expect(till.cursor()).toBe('refund-back');
    till.get('refund-confirm').focus();
    await till.key('Enter');
    expect(till.engine.commands).toHaveLength(1);
  });

  it('move money by one click, and a second one sends nothing', async () => {
    const till = await openTimeline(board.paidTimeline());
    await till.show({ ...views.ready(), refund: panel() });
    till.get('refund-confirm').click();
    till.get('refund-confirm').click();
    await till.settle();
    expect(till.engine.commands).toEqual([{ command: 'refund', refund: 'confirm', action_id: 'refund-1' }]);
  });

  it('say in plain words where each stands, and nothing is called refunded before it is proved', async () => {
    const till = await openTimeline(
      board.paidTimeline({
        can_ask: false,
        refunds: [
          board.refund({ state: 'RefundFailed', word: 'failed', why: 'not_sent', next_look_at_ms: null }),
          board.refund({ refund_ref: 'R2' }),
          board.refund({ refund_ref: 'R3', state: 'RefundUnknown', word: 'not_sure_yet', why: 'no_answer' }),
          board.refund({ refund_ref: 'R4', state: 'Refunded', word: 'refunded', next_look_at_ms: null }),
        ],
      }),
    );
    const told = till.all('refund').map((row) => row.textContent);
    expect(told[0]).toContain(t('refund-why-not_sent'));
    expect(told[1]).toContain(t('refund-told-waiting'));
    expect(told[1]).toContain(t('refund-next', { left: '14 s', done: 0, of: 40 }));
    expect(told[2]).toContain(t('refund-why-no_answer'));
    expect(told[3]).toContain(t('refund-told-refunded'));
    const called = till.all('refund').map((row) => row.querySelector('b')?.textContent);
    expect(called.filter((word) => word === t('refund-word-refunded'))).toHaveLength(1);
    expect(till.all('refund-look')).toHaveLength(2);
  });

  it('tell a refusal beside the field and keep what was typed', async () => {
    const till = await openTimeline(board.paidTimeline());
    await till.press('refund-open');
    await till.type('refund-amount', '900');
    till.engine.answerNext({ code: 'refund_over_the_rest', detail: '₹450.00' });
    await till.press('refund-review');
    expect(till.text('refund-error')).toBe(t('error-refund_over_the_rest', { detail: '₹450.00' }));
    expect(till.field('refund-amount').value).toBe('900');
  });
});
