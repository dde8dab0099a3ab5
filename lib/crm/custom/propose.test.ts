// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { findLocator } from './find.ts';
import { isFormElement, propose, proposals } from './propose.ts';
import { patternFor, proposeUrls } from './propose-urls.ts';

const show = (html: string): void => {
  document.body.innerHTML = html;
};
const at = (mark = '[data-here-]'): HTMLElement => document.querySelector<HTMLElement>(mark)!;
/** The best proposal for the element that carries the mark. */
function best(html: string): unknown {
  show(html);
  const element = at('[x]');
  element.removeAttribute('x');
  const locator = propose(document.body, element);
  if (locator !== undefined) expect(findLocator(document.body, locator)).toBe(element);
  return locator;
}

describe('what an element is found by', () => {
  test.each<[string, string, unknown]>([
    ['its name', '<input x name="amount" class="css-zq6grw" id="r1">', 'input[name="amount"]'],
    [
      'its name, beside a hidden input of the same name',
      '<input name="amount" type="number" style="display:none"><input x name="amount">',
      'input[name="amount"]',
    ],
    [
      'its name, in front of an old pane with the same names',
      '<div hidden><input name="amount" value="1"></div><div><input x name="amount" value="2"></div>',
      'input[name="amount"]',
    ],
    [
      'a data attribute',
      '<p x data-field="amount" data-state="open">9</p>',
      'p[data-field="amount"]',
    ],
    ['its id', '<p x id="deal-amount">9</p><p>8</p>', '#deal-amount'],
    [
      'what is around it',
      '<div data-field="amount"><b>€</b><span x>9</span></div>',
      'div[data-field="amount"] span',
    ],
    ['being the heading', '<h6>Menu</h6><h1 x>Harbour sensors</h1>', 'h1'],
    ['being the only date', '<input x type="date"><input type="text">', 'input[type="date"]'],
    [
      'the label before it',
      '<div><span class="css-a1">Budget</span><p x class="css-a2">9</p></div><div><span>Stage</span><p>8</p></div>',
      { label: 'Budget' },
    ],
    [
      'the label and its part of the value',
      '<div><span>Closes on:</span><div><p x>9 May</p><i>Past</i></div></div><p>8</p>',
      { label: 'Closes on', part: 'p' },
    ],
    [
      'a label that is tied to it',
      '<div><label for="r2">Next step *</label></div><div><div><input x id="r2"></div></div><input>',
      { label: 'Next step' },
    ],
    [
      'the label in the cell before',
      '<table><tr><th>Owner</th><td x>Ann</td></tr><tr><th>Stage</th><td>Won</td></tr></table>',
      { label: 'Owner' },
    ],
    [
      'the label that stands alone in its own box',
      '<div><div><span>Owner</span></div><div x>Ann</div></div><div><div><span>Stage</span></div><div>Won</div></div>',
      { label: 'Owner' },
    ],
    [
      'a class that somebody wrote',
      '<p class="css-b7 deal-amount" x>9</p><p>8</p>',
      'p.deal-amount',
    ],
  ])('%s', (_, html, locator) => {
    expect(best(html)).toEqual(locator);
  });

  test.each([
    ['nothing but made-up classes', '<p class="css-zq6grw" x>9</p><p class="css-zq6grw">8</p>'],
    ['nothing but its place', '<ul><li>1</li><li x>2</li><li>3</li></ul>'],
    ['an id with the deal’s number', '<p id="deal-4711" x>9</p><p id="deal-4712">8</p>'],
    ['an attribute that repeats its value', '<p data-stage="proposal" x>Proposal</p><p>8</p>'],
    [
      'a label that stands there twice',
      '<div><b>Amount</b><p x>9</p></div><div><b>Amount</b><p>8</p></div>',
    ],
    ['a name that two visible inputs have', '<input name="amount" x><input name="amount">'],
  ])('%s is nothing to hold on to', (_, html) => {
    expect(best(html)).toBeUndefined();
  });

  test('every proposal finds this very element, and no class or id with digits is ever proposed', () => {
    show(
      '<section data-panel="facts"><div class="row r-17"><span class="label">Amount</span><p class="value css-1a">9</p></div><div class="row"><span>Stage</span><p class="note">8</p></div></section>',
    );
    for (const element of document.querySelectorAll<HTMLElement>('p, span')) {
      for (const locator of proposals(document.body, element)) {
        expect(findLocator(document.body, locator)).toBe(element);
        expect(JSON.stringify(locator)).not.toMatch(/\d|nth/);
      }
    }
    expect(propose(document.body, document.querySelector<HTMLElement>('p')!)).toEqual({
      label: 'Amount',
    });
  });

  test('quotes and brackets in an attribute stay text', () => {
    show('<input name=\'deal["amount"]\'><input name="deal[x]">');
    const locator = propose(document.body, at('input'));
    if (locator !== undefined) expect(findLocator(document.body, locator)).toBe(at('input'));
    expect(findLocator(document.body, 'input[name="deal[x]"]')).toBe(
      document.querySelectorAll('input')[1],
    );
  });

  test('an input is the form’s, a text is the view’s', () => {
    show('<input><select></select><div role="combobox"></div><p></p>');
    const kinds = [...document.body.children].map((one) => isFormElement(one as HTMLElement));
    expect(kinds).toEqual([true, true, true, false]);
  });
});

describe('how deals are addressed', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['/deals/7', '/deals/12', ['/deals/:id']],
    ['/#/deals/7/show', '/#/deals/12/show', ['/#/deals/:id/show']],
    ['/deal?id=7', '/deal?id=12', ['/deal?id=:id']],
    ['/deal?id=7&tab=1', '/deal?id=12&tab=2', ['/deal?id=:id', '/deal?id=:id&**']],
    ['/#a/deal/7;v=1', '/#a/deal/12;v=2', ['/#a/deal/:id', '/#a/deal/:id;**']],
    ['/acme-corp/deals/7', '/north-sea/deals/12', ['/*/deals/:id']],
    ['/deals/64f1a2b3c4', '/deals/64f1a2b3c5/', undefined],
    ['/deals/7', '/deals/7', undefined],
    ['/deals', '/deals/7', undefined],
    ['/deals/harbour', '/deals/bakery', ['/deals/:id']],
  ])('%s and %s', (first, second, patterns) => {
    expect(proposeUrls(first, second)?.patterns).toEqual(patterns);
  });

  test('the form’s address is learned from the id that is known', () => {
    expect(patternFor('/deals/7/edit', '7', ['/deals/:id'])).toBe('/deals/:id/edit');
    expect(patternFor('/deals/7', '7', ['/deals/:id'])).toBeUndefined();
    expect(patternFor('/deals/9/edit', '7', ['/deals/:id'])).toBeUndefined();
    expect(patternFor('/7/deals/7', '7', [])).toBeUndefined();
  });
});
