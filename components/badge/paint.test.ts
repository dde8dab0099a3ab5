// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { wordsOf } from '../../lib/app/words.ts';
import type { Badge } from '../../lib/messaging/protocol.ts';
import type { BadgeSpot, Painter } from '../../lib/app/badge-model.ts';
import { createPainter } from './paint.ts';

const TODAY = '2026-06-10';
const OUT: Badge = {
  standing: 'out',
  open: 4,
  gates: ['Amount', 'Pain', 'Buyer'].map((name) => ({ en: name, nl: name })),
  unsure: 1,
  signal: { level: 'red', rule: { id: 'date-passed' }, numbers: { days: 9, date: '2026-06-01' } },
  more: 2,
  rowOnly: false,
};

let stop: AbortController;
let painter: Painter;

beforeEach(() => {
  // jsdom lays nothing out.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn();
      unobserve = vi.fn();
      disconnect = vi.fn();
    },
  );
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  const box = { left: 0, right: 100, top: 0, bottom: 20, width: 20, height: 20 } as DOMRect;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box);
  Range.prototype.getClientRects = () => [box] as unknown as DOMRectList;
  document.body.replaceChildren();
  stop = new AbortController();
  const t = wordsOf(en);
  painter = createPainter({ view: window, css: '', mode: 'open', t }, stop.signal);
  return () => {
    stop.abort();
  };
});

function row(name: string, markup = '<b></b>'): HTMLElement {
  const element = document.createElement('li');
  element.innerHTML = markup;
  element.querySelector('b')!.textContent = name;
  document.body.append(element);
  return element;
}
const spotIn = (element: HTMLElement, what: Badge = OUT): BadgeSpot => ({
  row: element,
  at: element.querySelector('b')!,
  badge: what,
});
function badge(element: HTMLElement, what?: Badge): HTMLElement {
  const spot = spotIn(element, what);
  return painter.draw(spot, painter.plan(spot)!, TODAY);
}
const face = (host: HTMLElement): HTMLElement => host.shadowRoot!.querySelector('.badge')!;
const tip = (host: HTMLElement): string[] =>
  [...host.shadowRoot!.querySelectorAll('.tip p')].map(({ textContent }) => textContent);
const press = (key: string): boolean =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );

describe('a badge', () => {
  test('says everything in one line, adds no text to the page, and shows a shape for each thing', () => {
    const element = row('Deal');
    const host = badge(element);
    expect(face(host).getAttribute('aria-label')).toBe(
      'Dealside: Does not count yet. Open gates: Amount, Pain, Buyer, and 1 more. ' +
        'The close date passed 9 days ago, on Jun 1, 2026, and 2 more signals',
    );
    expect(element.textContent).toBe('Deal');
    expect([...face(host).children].map((shape) => shape.getAttribute('class'))).toEqual([
      'shape out',
      'shape red',
    ]);
    expect(host.getAttributeNames()).toEqual(['data-standing']);
  });

  test('of a deal that is over says how, and nothing that is still open', () => {
    const host = badge(row('Deal'), { ...OUT, standing: 'none', decided: 'won' });
    expect(face(host).getAttribute('aria-label')).toBe('Dealside: Won');
  });

  test('stays away where it would take room', () => {
    expect(
      painter.plan(spotIn(row('Deal', '<b class="spread" style="display: flex"></b>'))),
    ).toBeUndefined();
    expect(painter.plan(spotIn(row('Deal')))).toBeDefined();
  });
});

/** What jsdom does not lay out: the text from `from` to `to`, in rows of 100 pixels. */
const textBetween = (from: number, to: number): void => {
  const line = { left: from, right: to, top: 2, bottom: 18, width: to - from, height: 16 };
  Range.prototype.getClientRects = () => [line] as unknown as DOMRectList;
};

describe('its place', () => {
  test('is right behind the name where there is room, without a move', () => {
    textBetween(0, 40);
    expect(painter.plan(spotIn(row('Deal')))?.move).toEqual({ x: 0, y: 0 });
  });

  test('is over the end of a name that leaves no room, and inside of the row', () => {
    textBetween(0, 90);
    // Two shapes are 32 pixels: from 67 to 99, and not from 94 on.
    expect(painter.plan(spotIn(row('Deal')))?.move).toEqual({ x: -27, y: 0 });
  });

  test('is in the text’s own element, and before what comes after the text', () => {
    const element = row('');
    element.querySelector('b')!.innerHTML = '<span>Deal<svg></svg></span>';
    const host = badge(element);
    expect(host.previousSibling?.nodeValue).toBe('Deal');
    expect(host.nextElementSibling?.localName).toBe('svg');
  });

  test('of a text that is not laid out, there is none', () => {
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
    expect(painter.plan(spotIn(row('Deal')))).toBeUndefined();
  });

  test('to find it and to draw it asks the page for its layout once, and changes nothing before', () => {
    const element = row('Deal');
    const before = element.innerHTML;
    const place = painter.plan(spotIn(element))!;
    expect(element.innerHTML).toBe(before);
    const asks = [
      vi.spyOn(Element.prototype, 'getBoundingClientRect'),
      vi.spyOn(window, 'getComputedStyle'),
      vi.spyOn(Range.prototype, 'getClientRects'),
    ];
    asks.forEach((ask) => ask.mockClear());
    painter.draw(spotIn(element), place, TODAY);
    expect(asks.map((ask) => ask.mock.calls.length)).toEqual([0, 0, 0]);
  });
});

describe('its explanation', () => {
  test('opens with the focus on the badge, names it for a screen reader, and goes with Escape', () => {
    const host = badge(row('Deal'));
    face(host).focus();
    expect(tip(host)).toEqual([
      'Does not count yet',
      'Open gates: Amount, Pain, Buyer, and 1 more',
      "1 gate can't be told yet",
      'The close date passed 9 days ago, on Jun 1, 2026, and 2 more signals',
    ]);
    expect(face(host).getAttribute('aria-describedby')).toBe('tip');
    press('Escape');
    expect(tip(host)).toEqual([]);
    expect(face(host).hasAttribute('aria-describedby')).toBe(false);
  });

  test('opens under the pointer after a moment, and closes a moment after it has left', () => {
    vi.useFakeTimers();
    const host = badge(row('Deal'));
    const over = (target: Element): boolean =>
      target.dispatchEvent(new Event('pointerover', { bubbles: true }));
    over(host);
    expect(tip(host)).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(tip(host).length).toBe(4);
    over(document.body);
    vi.advanceTimersByTime(200);
    expect(tip(host)).toEqual([]);
    vi.useRealTimers();
  });

  test('goes with a press, which is the page’s own', () => {
    const host = badge(row('Deal'));
    face(host).focus();
    const pressed = new Event('pointerdown', { bubbles: true, composed: true, cancelable: true });
    face(host).dispatchEvent(pressed);
    expect(tip(host)).toEqual([]);
    expect(pressed.defaultPrevented).toBe(false);
  });

  test('goes with its badge', () => {
    const host = badge(row('Deal'));
    face(host).focus();
    painter.remove(host);
    expect(tip(host)).toEqual([]);
  });

  test('shows a gate’s name as text', () => {
    const name = '<img src=x onerror=alert(1)>';
    const host = badge(row('Deal'), { ...OUT, open: 1, gates: [{ en: name, nl: name }] });
    face(host).focus();
    expect(tip(host)[1]).toBe(`Open gate: ${name}`);
    expect(host.shadowRoot!.querySelector('img')).toBeNull();
  });
});

describe('by keyboard', () => {
  test('one stop for the whole list; the arrow keys go on, and the page does not hear them', () => {
    const hosts = ['One', 'Two', 'Three'].map((name) => badge(row(name)));
    const stops = (): (string | null)[] => hosts.map((host) => face(host).getAttribute('tabindex'));
    expect(stops()).toEqual(['0', '-1', '-1']);
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    face(hosts[0]!).focus();
    press('ArrowDown');
    expect(stops()).toEqual(['-1', '0', '-1']);
    expect(tip(hosts[1]!)[0]).toBe('Does not count yet');
    press('End');
    expect(stops()).toEqual(['-1', '-1', '0']);
    expect(heard).not.toHaveBeenCalled();
    press('Enter');
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('a badge in something that takes the focus itself is no stop', () => {
    const host = badge(row('Deal', '<a href="#x"><b></b></a>'));
    expect(face(host).hasAttribute('tabindex')).toBe(false);
  });

  test('the stop moves on when its badge goes', () => {
    const hosts = ['One', 'Two'].map((name) => badge(row(name)));
    painter.remove(hosts[0]!);
    expect(face(hosts[1]!).getAttribute('tabindex')).toBe('0');
  });

  test('and so it does when the arrow keys had moved it', () => {
    const hosts = ['One', 'Two', 'Three'].map((name) => badge(row(name)));
    face(hosts[0]!).focus();
    press('ArrowDown');
    painter.remove(hosts[1]!);
    expect(face(hosts[0]!).getAttribute('tabindex')).toBe('0');
  });
});

test('nothing is left on the page at the end', () => {
  badge(row('One'));
  badge(row('Two'));
  painter.end();
  expect(document.querySelectorAll('dealside-badge').length).toBe(0);
});
