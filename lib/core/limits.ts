/** The longest text that is kept of one answer or reason, in characters. */
export const TEXT_LIMIT = 10_000;
