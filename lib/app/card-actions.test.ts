// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { roomBeside } from './card-actions.ts';

/** An element that lies from `left` to `right` in a window of 1280 pixels. */
function lying(left: number, right: number): HTMLElement {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(left, 100, right - left, 40);
  return element;
}

const view = { innerWidth: 1280 } as Window;

function room(card: HTMLElement, field: HTMLElement): number | undefined {
  const frame = document.createElement('div');
  frame.append(card);
  const container = document.createElement('div');
  container.append(frame);
  return roomBeside(view, container, field);
}

it('makes room for a field that the card lies over, on its left or else on its right', () => {
  const card = lying(944, 1264);
  expect(room(card, lying(100, 900))).toBeUndefined();
  // 8 pixels left of a field that begins at 672: the card then ends at 664.
  expect(room(card, lying(672, 1058))).toBe(616);
  expect(room(lying(100, 420), lying(50, 300))).toBe(652);
  expect(room(card, lying(10, 1270))).toBeUndefined();
});
