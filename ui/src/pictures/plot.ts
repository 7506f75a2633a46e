// First, as it stands in for what the next one needs.
import './language';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Series {
  name: string;
  /** A token of the look. */
  color: string;
  values: number[];
}

export interface Plot {
  labels: string[];
  unit: string;
  series: Series[];
  bars: boolean;
}

/** Draws into the element, and again when the figures, the size or the theme change. */
export function draw(
  element: HTMLElement,
  plot: Plot,
): { update: (plot: Plot) => void; destroy: () => void } {
  let now = plot;
  let chart: uPlot | null = null;
  const again = (): void => {
    chart?.destroy();
    chart = element.clientWidth > 0 ? drawn(element, now) : null;
  };
  const sizes = new ResizeObserver(again);
  sizes.observe(element);
  const theme = matchMedia('(prefers-color-scheme: dark)');
  theme.addEventListener('change', again);
  const chosen = new MutationObserver(again);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return {
    update(next) {
      now = next;
      again();
    },
    destroy() {
      sizes.disconnect();
      chosen.disconnect();
      theme.removeEventListener('change', again);
      chart?.destroy();
    },
  };
}

function drawn(element: HTMLElement, { labels, unit, series, bars }: Plot): uPlot {
  const token = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
  const axis: uPlot.Axis = {
    stroke: token('--soft'),
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
    font: `12px ${getComputedStyle(element).fontFamily}`,
  };
  const at = labels.map((_, index) => index);
  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: (_, from, to) => [from - 0.5, to + 0.5] } },
      axes: [
        {
          ...axis,
          grid: { show: false },
          incrs: [1, 2, 3, 4, 5, 6, 8, 10],
          space: bars && labels.length < 12 ? 20 : 56,
          values: (_, ticks) => ticks.map((tick) => labels[tick] ?? ''),
        },
        {
          ...axis,
          size: 72,
          space: 36,
          values: (_, ticks) => ticks.map((tick) => scaled(tick, unit)),
        },
      ],
      series: [
        {},
        ...series.map((one, index): uPlot.Series => ({
          label: one.name,
          stroke: token(one.color),
          width: bars ? 0 : 2,
          points: { show: false },
          ...(bars ? { fill: token(one.color), ...beside(index, series.length) } : {}),
        })),
      ],
    },
    [at, ...series.map((one) => one.values)],
    element,
  );
}

/** Bars of several series stand beside each other. */
function beside(index: number, count: number): Partial<uPlot.Series> {
  const align = count === 1 ? 0 : index === 0 ? -1 : 1;
  const paths = uPlot.paths.bars?.({ size: [count === 1 ? 0.6 : 0.35, 60], align, radius: 0.15 });
  return paths ? { paths } : {};
}

/** From the largest on. In India a hundred thousand is a lakh, and a hundred of those a crore. */
const STEPS = [
  [10_000_000, ' Cr'],
  [100_000, ' L'],
  [1_000, 'k'],
] as const;

/** For a scale only, where there is no room for paise: amounts that are read stand in the table, as the engine wrote them. */
function scaled(value: number, unit: string): string {
  const [of, name] = STEPS.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  const short = `${Math.round((value / of) * 10) / 10}${name}`;
  return unit === '₹' ? `₹${short}` : unit === '' ? short : `${short} ${unit}`;
}
