// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { pointAt } from './picker-arm.ts';

let stop: AbortController;
const show = vi.fn();
const take = vi.fn();
const leave = vi.fn();
/** What the page's own listeners heard. */
let heard: string[];
const byId = (id: string): HTMLElement => document.getElementById(id)!;

beforeEach(() => {
  document.body.innerHTML =
    '<main id="main"><h1 id="h">Deal</h1><p id="p"><b id="b">48</b></p><i id="gone" hidden></i><select id="s" disabled></select></main><dealside-picker id="ours"></dealside-picker>';
  heard = [];
  const over = new AbortController();
  for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'pointerup', 'mousemove']) {
    document.addEventListener(type, (event) => heard.push(event.type), { signal: over.signal });
  }
  Element.prototype.scrollIntoView = vi.fn();
  vi.clearAllMocks();
  stop = new AbortController();
  pointAt(
    {
      view: window,
      isOurs: (target) => (target as Element | null)?.localName === 'dealside-picker',
      start: () => byId('h'),
      show,
      take,
      leave,
    },
    stop.signal,
  );
  return () => {
    over.abort();
    stop.abort();
  };
});

const fire = (id: string, type: string): boolean =>
  byId(id).dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
const key = (name: string): boolean =>
  byId('p').dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );
const shown = (): unknown => (show.mock.lastCall?.[0] as Element | undefined)?.id;

test('what is under the pointer is shown, and a click takes it without the page’s hearing', () => {
  fire('b', 'mousemove');
  expect(shown()).toBe('b');
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'click']) {
    expect(fire('b', type)).toBe(false);
  }
  expect(take.mock.calls).toEqual([[byId('b')]]);
  expect(heard).toEqual([]);
});

test('what is disabled hears no click, and is taken all the same', () => {
  fire('s', 'pointerup');
  expect(take.mock.calls).toEqual([[byId('s')]]);
});

test('Dealside’s own panel can be pressed, and is never taken', () => {
  expect(fire('ours', 'click')).toBe(true);
  expect(fire('ours', 'mousemove')).toBe(true);
  expect(take).not.toHaveBeenCalled();
  expect(show).not.toHaveBeenCalled();
});

test('the arrow keys walk from element to element, past what is hidden', () => {
  const walk: [string, string][] = [
    ['ArrowDown', 'h'],
    ['ArrowRight', 'p'],
    ['ArrowDown', 'b'],
    ['ArrowDown', 'b'],
    ['ArrowUp', 'p'],
    ['ArrowRight', 's'],
    ['ArrowRight', 's'],
    ['ArrowLeft', 'p'],
    ['ArrowUp', 'main'],
    ['ArrowUp', 'main'],
    ['ArrowRight', 'main'],
  ];
  for (const [name, id] of walk) {
    expect(key(name)).toBe(false);
    expect([name, shown()]).toEqual([name, id]);
  }
  key('Enter');
  expect(take.mock.calls).toEqual([[byId('main')]]);
  expect(heard).toEqual([]);
});

test('Esc leaves; other keys are the page’s own', () => {
  expect(key('a')).toBe(true);
  expect(key('Tab')).toBe(true);
  expect(heard).toEqual(['keydown', 'keydown']);
  key('Escape');
  expect(leave).toHaveBeenCalledTimes(1);
  expect(take).not.toHaveBeenCalled();
});

test('once it is over, the page hears everything again', () => {
  stop.abort();
  expect(shown()).toBeUndefined();
  expect(fire('b', 'click')).toBe(true);
  key('ArrowDown');
  expect(heard).toEqual(['click', 'keydown']);
  expect(take).not.toHaveBeenCalled();
});
