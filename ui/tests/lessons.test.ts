import { describe, expect, it } from 'vitest';
import { lessons, lostReply } from '../src/fixtures/lessons';
import * as sales from '../src/fixtures/sales';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import type { LessonsView, TillView } from '../src/backend/contract';
import { Till } from './window';

const training = (view: TillView): TillView => ({ ...view, profile: 'training' });

async function open(first: TillView, taught: Partial<LessonsView>): Promise<Till> {
  const till = await Till.open({ ...first, profile: 'uat' });
  till.engine.taught = { ...lessons(), ...taught };
  await till.show(training(first));
  await till.settle();
  return till;
}

describe('the first steps', () => {
  it('say what comes next, from an empty till to a paid sale', async () => {
    const till = await open(views.empty(), { guide_closed: false });
    const step = (): string | undefined => till.get('guide').dataset['step'];
    expect(step()).toBe('amount');
    expect(till.text('guide')).toContain('The orange bar means practice');
    await till.show(training(views.ready()));
    expect(step()).toBe('hold');
    await till.show(training(sales.held()));
    expect(step()).toBe('capture');
    await till.show(training(sales.paid()));
    expect(step()).toBe('done');
    await till.press('guide-lessons');
    expect(till.find('lesson-sheet')).not.toBeNull();
  });

  it('can be left and come back to', async () => {
    const till = await open(views.empty(), { guide_closed: false });
    await till.press('guide-leave');
    expect(till.find('guide')).toBeNull();
    await till.press('guide-open');
    expect(till.find('guide')).not.toBeNull();
    expect(till.engine.lessonAsks).toEqual([
      { ask: 'guide', closed: true },
      { ask: 'guide', closed: false },
    ]);
  });

  it('are not there with real money', async () => {
    const till = await Till.open({ ...views.empty(), profile: 'production' });
    till.engine.taught = { ...lessons(), guide_closed: false };
    await till.show({ ...views.empty(), profile: 'production' });
    expect(till.find('guide')).toBeNull();
    expect(till.find('lessons-open')).toBeNull();
  });
});

describe('the lessons', () => {
  it('are listed with the score, and begin with an empty till', async () => {
    const rows = lessons().rows.map((row) =>
      row.lesson === 'expiry' ? { ...row, right: 2, wrong: 1 } : row,
    );
    const till = await open(views.empty(), { rows });
    await till.press('lessons-open');
    const expiry = till.all('lesson-row').find(({ dataset }) => dataset['lesson'] === 'expiry');
    expect(expiry?.textContent).toContain('right 2 · wrong 1');
    expect(document.activeElement?.getAttribute('data-testid')).toBe('lesson-begin');
    till.all('lesson-begin')[3]?.click();
    await till.settle();
    expect(till.engine.names()).toContain('new_sale');
    expect(till.engine.lessonAsks).toEqual([{ ask: 'begin', lesson: 'lost_reply', seed: null }]);
    expect(till.find('lesson-sheet')).toBeNull();
  });

  it('tell what happens, and what was wrong; the same exercise can be done again', async () => {
    const till = await open(views.empty(), { active: lostReply() });
    expect(till.text('lesson-happens')).toContain('70000 44481');
    expect(till.find('lesson-same')).toBeNull();
    till.engine.taught = lessons(lostReply({ state: 'wrong', mistake: 'asked_twice' }));
    await till.show(training(views.empty()));
    await till.settle();
    expect(till.get('lesson').dataset['state']).toBe('wrong');
    expect(till.text('lesson-mistake')).toBe(t('lessons-mistake-asked_twice'));
    await till.press('lesson-same');
    expect(till.engine.lessonAsks).toEqual([{ ask: 'begin', lesson: 'lost_reply', seed: 4 }]);
  });

  it('say that they were done rightly, with or without detours', async () => {
    const till = await open(views.empty(), { active: lostReply({ state: 'right', detours: 0 }) });
    expect(till.text('lesson-verdict')).toBe(t('lessons-right'));
    till.engine.taught = lessons(lostReply({ state: 'right', detours: 1 }));
    await till.show(training(views.empty()));
    await till.settle();
    expect(till.text('lesson-verdict')).toContain('1 needless step');
    await till.press('lesson-leave');
    expect(till.find('lesson')).toBeNull();
  });

  it('are not shown behind the lock', async () => {
    const first = views.empty();
    const till = await open({ ...first, staff: { ...first.staff, locked: true } }, { guide_closed: false });
    expect(till.find('guide')).toBeNull();
    expect(till.find('lessons-open')).toBeNull();
  });
});
