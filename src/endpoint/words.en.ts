/** What a merchant reads in Flow's run log. `{{name}}` is filled in. */
export const EN = {
  // The call itself.
  notPost: 'Only POST requests are answered here.',
  notJson: 'Only JSON (application/json) is read here.',
  bodyTooLarge: 'The request is larger than {{limit}} bytes.',
  notSigned: 'The request is not signed with this app’s secret. Compare SHOPIFY_CLIENT_SECRET with the app’s settings.',
  otherShop: 'This function works for another shop. Compare SHOPIFY_SHOP with the shop that runs the workflow.',
  malformed: '“{{field}}” of the request can’t be read.',
  unknownAction: 'This function has no action “{{handle}}”. Deploy the app and the function from the same version.',
  noToken:
    'Shopify gives this function no access (status {{status}}). Is the app installed, its secret right, and app and shop in one organization?',
  unexpected: 'Something unexpected happened in the function. Look at the order before you try again.',

  // Fields.
  inputMissing: '“{{field}}” is missing. {{fix}}',
  input: '“{{field}}”: “{{value}}” can’t be used. {{fix}}',
  fixUnknown: 'Deploy the app and the function from the same version.',
  fixOrder: 'Choose the order that the workflow is about.',
  fixAmount: 'Write an amount with a point, for example 7.45.',
  fixText: 'Write a text.',
  fixYesNo: 'Choose true or false.',
  fixChoices: 'Write one choice a line, for example returnLabel=7.45.',
  fixRecipeMissing: 'Write the handle of a recipe, as it stands in the app, for example full-refund.',
  fixConsent: 'Write how the customer agreed to store credit, for example e-mail.',
  fixOther: 'Check this field in the workflow.',
  fixGround: 'Write withdrawal, defect, policy or goodwill.',
  fixRecipe: 'Write the handle of a recipe, as it stands in the app: {{handles}}.',
  fixBonusRecipe: 'Write the handle of a recipe that gives a bonus.',

  // Before anything moves.
  orderGone: 'The order isn’t found. Orders older than 60 days need the permission read_all_orders.',
  orderRestless: 'The order kept changing while it was read. Nothing was done; Flow tries again.',
  recipeOff: 'The recipe “{{recipe}}” is switched off or can’t be read. Nothing was done.',
  giftCard:
    'This recipe would give a gift card, whose code only a person gets to see, once. Nothing was done: let somebody refund it from the order.',
  claimProblem:
    'The note of an earlier refund on this order can’t be trusted ({{problem}}). Nothing was done: somebody has to look at the order.',
  otherUnfinished:
    'An earlier refund on this order isn’t finished. Nothing was done: somebody has to finish it on the order first.',
  otherOpen: 'Somebody is refunding this order at the moment. Nothing was done; Flow tries again.',
  otherRecipe: 'This run has carried out the recipe “{{recipe}}” on this order already.',
  shopifyUnreachable: 'Shopify can’t be reached. Nothing was done; Flow tries again.',
  shopifyBusy: 'Shopify is busy. Nothing was done; Flow tries again.',
  accessDenied: 'The app isn’t allowed to do this (“{{access}}”). Nothing was done.',
  orderTooLarge: 'This order is too large to be read in one go. Nothing was done.',
  shopifyRefuses: 'Shopify refuses this (“{{message}}”). Nothing was done.',
  settingsUnreadable: 'The limits in the app’s settings can’t be read. Nothing was done.',
  requestFailed:
    'It goes beyond the shop’s limits, and the request for it couldn’t be written ({{problem}}). Nothing was done.',
  planFailed: 'The refund can’t be carried out ({{problem}}). Nothing was done.',

  // Why the planner stops.
  stopNothingToRefund: 'There is nothing to refund with these choices.',
  stopNothingPaid: 'Nothing is left of what the customer paid, so there is no money to give back.',
  stopItemsOnOpenReturn: 'Some of these items are on an open return: process the return first. Nothing was done.',
  stopItemsAlreadyRefunded: 'Fewer units are left than were asked for. Nothing was done.',
  stopAmountMissing: 'This recipe asks for an amount that isn’t filled in: {{kind}}.',
  stopConsentNeeded:
    'This is owed as money. Fill in how the customer agreed to store credit, or use a recipe that refunds to the payment.',
  stopFiguresDiffer:
    'Shopify calculates another amount than we do. Nothing was done: let somebody refund it from the order.',

  // On the way.
  working: 'Still at work on it. Flow asks again.',
  interrupted: 'The refund was interrupted ({{problem}}). Flow asks again, and it goes on from there.',
  personNeeded:
    'A part of the refund isn’t done ({{problem}}). It doesn’t go on by itself: open the order, look, and finish it there.',
  personUncertain:
    'Whether a part of the refund arrived isn’t certain, so it is not repeated by itself: open the order, look, and finish it there.',
  personRefused:
    'Shopify refused a part of the refund (“{{message}}”). What is done stays. Open the order and finish it there.',
  forgotten:
    'This was carried out before, but its amounts no longer stand in the order’s record. Nothing more was done: look at the order.',

  // Done.
  done: 'Refunded: {{total}}.',
  doneOwed: 'Refunded: {{total}}, of which {{owed}} still has to be paid outside Shopify.',
  doneOnItsWay: 'Refunded: {{total}}, of which a part is still on its way.',
  alreadyDone:
    'Another run of this action has refunded this before: {{total}}. Nothing moved now. For a second time on purpose, give “Again” another text.',
  alreadyDoneOwed:
    'Another run of this action has refunded this before: {{total}}, of which {{owed}} still has to be paid outside Shopify. Nothing moved now. For a second time on purpose, give “Again” another text.',
  dryRun: 'Dry run: {{total}} would be refunded. Nothing was done.',
  dryRunApproval:
    'Dry run: {{total}} would need an approval, because it goes beyond the shop’s limits. Nothing was done.',
  waiting: 'Nothing was done: it goes beyond the shop’s limits and waits on the order for somebody to approve.',
  declined: 'Nothing was done: the request for it was declined or has lapsed.',
  requestReason: 'A workflow asked for it with the action “{{action}}”.',
} as const;
