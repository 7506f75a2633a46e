// What of the page cannot be read: text that is cut off without an ellipsis or a way to scroll, and whatever stands beyond
// the window's edge. Answers one line for each.
const found = [];
const root = document.documentElement;
if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} wide of ${innerWidth}`);
const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';

/** Somebody can come to it: something around it scrolls, or shows by an ellipsis that there is more. */
function canBeCome(element) {
  for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
    const { overflowX, textOverflow } = getComputedStyle(up);
    if (overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis') return true;
  }
  return false;
}

for (const element of document.querySelectorAll('body *')) {
  const style = getComputedStyle(element);
  // A lamp where there is little room is its light alone, and its words are in the title.
  if (element.closest('.unseen, svg, [title]') || style.visibility === 'hidden' || style.textOverflow === 'ellipsis') continue;
  const { width, right } = element.getBoundingClientRect();
  if (width === 0 || element.getClientRects().length === 0) continue;
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  const mark = element.closest('[data-testid]')?.dataset.testid ?? '';
  const say = (what) => found.push(`${what}: ${element.tagName} in ${mark}, “${element.textContent.trim().slice(0, 40)}”`);
  const isCut = hides(style.overflowX) || element.tagName === 'BUTTON';
  if (isCut && scrollWidth > clientWidth + 1) say(`${scrollWidth} px in ${clientWidth}`);
  if (hides(style.overflowY) && scrollHeight > clientHeight + 2) say(`${scrollHeight} px high in ${clientHeight}`);
  if (right > innerWidth + 1 && !canBeCome(element)) say(`reaches to ${Math.round(right)} of ${innerWidth}`);
}
return found;
