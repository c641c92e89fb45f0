import {describe, expect, it} from 'vitest';
import {checkChoices} from './check-choices.ts';
import {checkRecipe, recipeIssues} from './check-recipe.ts';
import {PRESETS, presetByHandle} from './presets.ts';
import type {Recipe} from './types.ts';

const full = presetByHandle('full-refund');

describe('presets', () => {
  it('are the fourteen that the product promises, each sound and in two languages', () => {
    expect(PRESETS.map(({handle}) => handle).toSorted()).toEqual([
      'cancel-remainder',
      'chosen-amount',
      'chosen-items',
      'everything-plus-label',
      'fair-currency',
      'full-refund',
      'goodwill-amount',
      'goodwill-percent',
      'minus-restocking-fee',
      'minus-return-fee',
      'shipping-only',
      'shipping-plus-label',
      'split-cash-credit',
      'store-credit-bonus',
    ]);
    for (const recipe of PRESETS) {
      expect(recipeIssues(recipe)).toEqual([]);
      expect([recipe.handle, recipe.title.nl, recipe.summary?.en, recipe.summary?.nl]).not.toContain(undefined);
    }
  });

  it('are found by handle, with a hint where the name is nearly right', () => {
    expect(presetByHandle('shipping-plus-label').title.en).toBe('Refund shipping plus return-label credit');
    expect(() => presetByHandle('shiping-plus-label')).toThrow(
      `recipe: "shiping-plus-label" can't be used. Did you mean "shipping-plus-label"? Use one of`,
    );
  });
});

describe('recipeIssues', () => {
  const issue = (recipe: unknown) => recipeIssues(recipe).map((found) => found.message);
  const withPart = (part: object): unknown => ({...full, parts: [...full.parts, part]});

  it('names what is missing, of the wrong kind or unknown', () => {
    expect(issue(null)).toEqual(["recipe: null can't be used. Write an object with named fields."]);
    expect(issue({...full, prats: 1})).toEqual([`recipe.prats: 1 can't be used. Did you mean "parts"?`]);
    expect(issue({...full, zzz: 1})[0]).toMatch(
      /^recipe\.zzz: 1 can't be used\. Leave it out: the fields here are format, /,
    );
    expect(issue({...full, format: 2})).toEqual([`recipe.format: 2 can't be used. Write 1, the only format there is.`]);
    expect(issue({...full, handle: 'Full Refund'})).toEqual([
      `recipe.handle: "Full Refund" can't be used. Write lower-case letters, digits and single hyphens, at most 64 characters.`,
    ]);
    expect(issue({...full, version: 0})[0]).toMatch(/^recipe\.version: 0 /);
    expect(issue({...full, title: {nl: 'Terug'}})).toEqual([
      'recipe.title.en: is missing. Write text, at most 80 characters.',
    ]);
    expect(issue({...full, parts: []})).toEqual([`recipe.parts: [] can't be used. Write a list of 1 to 10 entries.`]);
    expect(issue({...full, ground: undefined})).toEqual([
      'recipe.ground: is missing. Use one of withdrawal, defect, policy, goodwill.',
    ]);
    expect(issue({...full, creditShare: '101'})[0]).toMatch(
      /^recipe\.creditShare: "101" can't be used\. Write a percentage/,
    );
    expect(issue({...full, notify: {refund: 'yes'}})).toEqual([
      `recipe.notify.refund: "yes" can't be used. Write true or false.`,
    ]);
    expect(
      issue({...full, destinations: {...full.destinations, owed: ['originalPayment', 'originalPayment']}}),
    ).toEqual([`recipe.destinations.owed[1]: "originalPayment" can't be used. Name everything once.`]);
  });

  it('names all that is wrong at once', () => {
    expect(issue({...full, version: '1', ground: 'gift', parts: [{kind: 'tiems'}]})).toEqual([
      `recipe.version: "1" can't be used. Write a whole number from 1 to 1000000.`,
      `recipe.ground: "gift" can't be used. Use one of withdrawal, defect, policy, goodwill.`,
      `recipe.parts[0].kind: "tiems" can't be used. Did you mean "items"? Use one of items, shipping, duties, amount, returnLabel, goodwill, bonus, restockingFee, returnShippingFee, diminishedValue.`,
      'recipe.parts[0].amount: is missing. Write an object with named fields.',
    ]);
  });

  it.each([
    [{kind: 'returnLabel', amount: {type: 'fixed', value: '-7.45'}}, 'recipe.parts[3].amount.value: "-7.45"'],
    [{kind: 'returnLabel', amount: {type: 'fixed', value: 7.45}}, 'recipe.parts[3].amount.value: 7.45'],
    [{kind: 'returnLabel', amount: {type: 'fixed'}}, 'recipe.parts[3].amount.value: is missing.'],
    [{kind: 'returnLabel', amount: {type: 'percent', value: '10'}}, 'Use fixed or entered for "returnLabel".'],
    [{kind: 'goodwill', amount: {type: 'percent', value: '101'}}, 'Write a percentage from 0 to 100.'],
    [{kind: 'bonus', amount: {type: 'fixed', value: '5'}}, 'Use percent for "bonus".'],
    [{kind: 'items', amount: {type: 'remaining'}}, 'Name every kind once.'],
    [{kind: 'amount', amount: {type: 'entered'}}, 'Refund either a chosen amount, or items, shipping and duties.'],
    [{kind: 'goodwill', amount: {type: 'entered'}, selection: 'all'}, 'Leave it out: only items can have it.'],
    [{kind: 'bonus', amount: {type: 'percent', value: '5'}, class: 'owed'}, 'only returnLabel, goodwill can have it.'],
    [{kind: 'goodwill', amount: {type: 'fixed', value: '5'}, cap: '9'}, 'Leave it out: a fixed sum needs no limit.'],
    [{kind: 'goodwill', amount: {type: 'entered'}, rate: 'dayRate'}, 'Leave it out, or set "currency" to "shop".'],
    [
      {kind: 'goodwill', amount: {type: 'percent', value: '5'}, currency: 'shop'},
      `"percent" follows the order's currency.`,
    ],
  ])('refuses the part %j', (part, message) => {
    expect(issue(withPart(part))).toEqual([expect.stringContaining(message)]);
  });

  it('holds the parts of a recipe together', () => {
    const fee = {kind: 'restockingFee', amount: {type: 'percent', value: '15'}};
    expect(issue({...full, parts: [fee]})).toEqual([expect.stringContaining('Add a part "items"')]);
    const bonus = {kind: 'bonus', amount: {type: 'percent', value: '10'}};
    expect(issue({...full, parts: [bonus]})).toEqual([expect.stringContaining('Add what is refunded')]);
    expect(issue({...full, bonusExpiresAfterDays: 365})).toEqual([expect.stringContaining('or add a part "bonus"')]);
    expect(
      issue({...full, destinations: {...full.destinations, goodwill: ['storeCredit', 'originalPayment']}}),
    ).toEqual([expect.stringContaining('recipe.destinations.goodwill[1]: "originalPayment"')]);
    expect(issue({...full, parts: [{kind: 'shipping', amount: {type: 'remaining', value: '5'}}]})).toEqual([
      expect.stringContaining('"remaining" is all that is left'),
    ]);
  });

  it('is not deceived by keys of every object', () => {
    expect(issue({...full, ['constructor']: 1})[0]).toContain('recipe.constructor: 1');
    expect(issue(JSON.parse(JSON.stringify(full).replace('{', '{"__proto__":{},')))).toEqual([
      expect.stringContaining('recipe.__proto__'),
    ]);
  });
});

describe('checkRecipe', () => {
  it('gives the recipe back, or throws the first issue', () => {
    const recipe: Recipe = checkRecipe(JSON.parse(JSON.stringify(full)));
    expect(recipe).toEqual(full);
    expect(() => checkRecipe({...full, handle: ''})).toThrow('recipe.handle: ""');
  });
});

describe('checkChoices', () => {
  const label = presetByHandle('shipping-plus-label');

  it('takes quantities only where items are refunded', () => {
    expect(checkChoices({quantities: {a: 2}}, full)).toEqual({quantities: {a: 2}});
    expect(() => checkChoices({quantities: {a: 2}}, label)).toThrow(
      `choices.quantities: {"a":2} can't be used. Leave it out: recipe shipping-plus-label refunds no items.`,
    );
  });

  it('takes choices that fit the recipe', () => {
    const choices = {
      ground: 'defect',
      amounts: {returnLabel: '7.45', shipping: ''},
      consent: {by: 'Ada', at: '2026-11-22', channel: 'phone'},
    };
    expect(checkChoices(choices, label)).toEqual(choices);
  });

  it.each([
    [{amounts: {returnLabel: '-7.45'}}, 'choices.amounts.returnLabel: "-7.45"'],
    [{amounts: {goodwill: '1.00'}}, 'Leave it out: recipe shipping-plus-label has no part "goodwill".'],
    [{amounts: {label: '1.00'}}, 'choices.amounts.label: "1.00"'],
    [{quantities: {a: -1}}, 'choices.quantities.a: -1'],
    [{quantities: [1]}, 'choices.quantities: [1]'],
    [{restock: {a: 'bin'}}, 'Use one of return, cancel, none.'],
    [{locationId: 'shelf'}, "Write a location's id such as gid://shopify/Location/1, at most 255 characters."],
    [{consent: {by: 'Ada', at: '2026-11-22'}}, 'choices.consent.channel: is missing.'],
    [{prefer: {goodwill: 'originalPayment'}}, 'Use storeCredit, giftCard or outsidePayment for a gesture.'],
    [{dayRate: {value: '0.0', source: 'typed', at: 'now'}}, 'Write a rate above zero.'],
    [{creditShare: 'half'}, 'Write a percentage from 0 to 100'],
    [{grond: 'defect'}, 'Did you mean "ground"?'],
  ])('refuses %j', (choices, message) => {
    expect(() => checkChoices(choices, label)).toThrow(message);
  });

  it('leaves amounts alone that the recipe sets itself', () => {
    expect(() => checkChoices({amounts: {restockingFee: '1.00'}}, presetByHandle('minus-restocking-fee'))).toThrow(
      'Leave it out: recipe minus-restocking-fee sets this amount itself.',
    );
  });
});
