import { describe, expect, it, vi } from 'vitest';
import { pictures } from '../src/fixtures/pictures';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';
// The window loads it when it is wanted; here it is there before anybody waits.
import '../src/pictures/Pictures.svelte';

const MARKS = ['days', 'hours', 'radar', 'outcomes', 'latency'].map((name) => `picture-${name}`);

async function openPictures(): Promise<Till> {
  const till = await Till.open(views.ready());
  await till.press('nav-reports');
  await till.press('reports-pictures');
  await vi.waitFor(() => expect(till.find('picture-latency')).not.toBeNull());
  return till;
}

function cells(till: Till, mark: string): string[][] {
  return [...till.get(mark).querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
  );
}

describe('the pictures', () => {
  it('have each their figures as a table for whoever cannot see them', async () => {
    const till = await openPictures();
    for (const mark of MARKS) expect(cells(till, mark).length).toBeGreaterThan(2);
    const told = pictures();
    expect(cells(till, 'picture-days')).toHaveLength(31);
    expect(cells(till, 'picture-days')[1]?.slice(1)).toEqual(
      [told.days[29]?.held, told.days[29]?.captured, told.days[29]?.released].map((of) => of?.text),
    );
    expect(cells(till, 'picture-latency')[1]).toEqual(['authorize', '120', '410 ms', '1900 ms', '8100 ms']);
    expect(cells(till, 'picture-outcomes')[3]).toEqual([t('pictures-shelf-paid_in_part'), '95']);
    expect(cells(till, 'picture-radar')[2]).toEqual(['5 to 10 minutes', '₹600.00']);
  });

  it('show the table in the picture’s place by keyboard, and the picture again', async () => {
    const till = await openPictures();
    const toggle = till.get('picture-hours-table-toggle');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await till.press('picture-hours-table-toggle');
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(till.get('picture-hours').querySelector('.plot')).toBeNull();
    await till.press('picture-hours-table-toggle');
    expect(till.get('picture-hours').querySelector('.plot')).not.toBeNull();
  });

  it('say that there is nothing yet instead of an empty frame', async () => {
    const till = await Till.open(views.ready());
    till.engine.drawn = pictures({ outcomes: [], latency: [] });
    await till.press('nav-reports');
    await till.press('reports-pictures');
    await vi.waitFor(() => expect(till.find('picture-latency')).not.toBeNull());
    expect(till.text('picture-latency')).toContain(t('pictures-none'));
    expect(till.text('picture-days')).not.toContain(t('pictures-none'));
  });
});
