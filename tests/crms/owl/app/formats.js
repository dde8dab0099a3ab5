/** Values as Odoo shows them to somebody whose language is Dutch, and back. Undefined: no such value. */

const group = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, '.');

export function formatNumber(value) {
  const [whole, fraction] = Math.abs(value).toFixed(2).split('.');
  return `${value < 0 ? '-' : ''}${group(whole)},${fraction}`;
}

export function parseNumber(text) {
  const plain = text.replaceAll('.', '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text.trim() === '' ? 0 : undefined;
}

export const formatDate = (value) => (value ? value.split('-').reverse().join('-') : '');

export function parseDate(text) {
  if (text.trim() === '') return false;
  return /^\d\d-\d\d-\d{4}$/.test(text) ? text.split('-').reverse().join('-') : undefined;
}

export const NUMBER = { format: formatNumber, parse: parseNumber };
export const DATE = { format: formatDate, parse: parseDate };
export const TEXT = { format: (value) => value || '', parse: (text) => text };
export const RELATED = {
  format: (value) => (value ? value[1] : ''),
  parse: (text) => (text.trim() === '' ? false : [0, text]),
};
