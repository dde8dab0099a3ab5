/** Zoho's data centres: each has a domain of its own, and Canada's has another name. */
export const DOMAINS = [
  'zoho.com',
  'zoho.eu',
  'zoho.in',
  'zoho.com.au',
  'zoho.jp',
  'zoho.com.cn',
  'zoho.ca',
  'zohocloud.ca',
  'zoho.sa',
  'zoho.uk',
] as const;
