import {expect, it} from 'vitest';
import {translateIn} from './translate.ts';

it('gives an extension’s words without one', () => {
  const t = translateIn('nl');
  expect(t('language')).toBe('nl');
  expect(t('message.en.line', {amount: '€1.00', what: 'tax', where: 'here'})).toBe('€1.00 for tax, here');
  expect(t('message.nl.greeting')).toBe('Hallo,');
  expect(t('preset.shipping-plus-label.title')).toBe('Verzendkosten terug plus tegoed voor het retourlabel');
  expect([t('problem.network'), t('message.nl'), t('nothing.at.all')]).toEqual(['', '', '']);
});
