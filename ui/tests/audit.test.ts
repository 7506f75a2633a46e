import { describe, expect, it, vi } from 'vitest';
import type { AuditView } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

async function check(change: Partial<AuditView> = {}): Promise<Till> {
  const till = await Till.open(views.ready());
  till.engine.audit = { ...till.engine.audit, ...change };
  await till.settings('books');
  await till.press('audit-check');
  await vi.waitFor(() => expect(till.find('audit-anchor')).not.toBeNull());
  return till;
}

describe('the check of the books', () => {
  it('says what was checked and against which anchor', async () => {
    const till = await check();
    expect(till.find('audit')?.dataset['holds']).toBe('true');
    expect(till.text('audit-chain')).toContain('128 records');
    expect(till.text('audit-figures')).toContain(t('audit-figures'));
    expect(till.text('audit-anchor')).toContain('Record 126');
    expect(till.text('audit')).not.toContain(t('audit-meaning'));
  });

  it('says what a break would mean, and that no money is to be taken', async () => {
    const till = await check({ holds: false, chain_fault: 'record 7 is missing' });
    expect(till.find('audit')?.dataset['holds']).toBe('false');
    expect(till.text('audit')).toContain(t('audit-does-not-hold'));
    expect(till.text('audit-chain')).toContain('record 7 is missing');
    expect(till.text('audit')).toContain(t('audit-meaning'));
  });

  it('calls books neither proved nor broken when the anchor could not be read', async () => {
    const till = await check({ holds: false, anchor: { anchor: 'not_read' } });
    expect(till.text('audit-anchor')).toContain('compared with nothing');
    expect(till.text('audit')).toContain(t('audit-not-proved'));
    expect(till.text('audit')).not.toContain(t('audit-meaning'));
  });

  it('says how the anchor contradicts the file', async () => {
    const till = await check({ holds: false, anchor: { anchor: 'broken', what: 'it was cut off' } });
    expect(till.text('audit-anchor')).toContain('it was cut off');
    expect(till.text('audit')).toContain(t('audit-does-not-hold'));
  });

  it('says why nothing could be checked', async () => {
    const till = await Till.open(views.ready());
    await till.settings('books');
    till.engine.answerNext({ code: 'books_closed', detail: 'the disk is gone' });
    await till.press('audit-check');
    await vi.waitFor(() => expect(till.find('audit-error')).not.toBeNull());
    expect(till.text('audit-error')).toContain(t('error-books_closed'));
  });
});
