/** How runs start and end, and what the lab's Flow refuses to do. */
export const RUNS: Readonly<Record<string, string>> = {
  'There is no workflow {0}.': 'Workflow {0} bestaat niet.',
  'There is no run {0}.': 'Run {0} bestaat niet.',
  'There is no order {0}.': 'Bestelling {0} bestaat niet.',
  'There is no return {0}.': 'Retour {0} bestaat niet.',
  'There is no return in the event.': 'In de gebeurtenis staat geen retour.',
  'The event names no order; “{0}” needs one.': 'De gebeurtenis noemt geen bestelling; ‘{0}’ heeft er een nodig.',
  'The payload doesn’t fit “{0}”: {1}': 'De payload past niet bij ‘{0}’: {1}',
  '“{0}” can’t be switched on. {1}': '‘{0}’ kan niet aan. {1}',
  '“{0}” can’t be run. {1}': '‘{0}’ kan niet draaien. {1}',
  '“{0}” starts with {1}, not with {2}.': '‘{0}’ begint met {1}, niet met {2}.',
  '“{0}” can’t be started by hand: only those that start with “Order created” can.':
    '‘{0}’ is niet met de hand te starten: dat kan alleen met workflows die beginnen met ‘Order created’.',
  'Workflows start each other without end.': 'Workflows starten elkaar zonder einde.',

  'The workflow was switched off or deleted while this run was under way.':
    'De workflow is uitgezet of verwijderd terwijl deze run bezig was.',
  'The lab was started again.': 'Het lab is opnieuw gestart.',
  'Ended with the step that failed.': 'Gestopt toen een stap mislukte.',
  '{0} It was sent {1} times: Flow did not hear the answer.':
    '{0} Het is {1} keer verstuurd: Flow hoorde het antwoord niet.',
  'Flow could not reach Shopify (provoked).': 'Flow kon Shopify niet bereiken (nagebootst).',
  'It was carried out, but Flow did not hear so (provoked).':
    'Het is uitgevoerd, maar Flow hoorde dat niet (nagebootst).',
  'Flow did not hear the answer (provoked).': 'Flow hoorde het antwoord niet (nagebootst).',
  'Flow gave up after 36 hours: {0}': 'Flow gaf het na 36 uur op: {0}',

  'The request is too long.': 'Het verzoek is te lang.',
  'The request holds no JSON.': 'In het verzoek staat geen JSON.',
  'The request holds no JSON object.': 'In het verzoek staat geen JSON-object.',
  'The address can’t be read: {0}': 'Het adres is niet te lezen: {0}',
  "The lab's Flow has no {0} {1}": 'De Flow van het lab heeft geen {0} {1}',
  '{0} is missing or no text.': '{0} ontbreekt of is geen tekst.',
  'payload is no JSON object.': 'payload is geen JSON-object.',
  'on is missing: true or false.': 'on ontbreekt: true of false.',
  'advanceMilliseconds is missing or no number from 0 to a year.':
    'advanceMilliseconds ontbreekt of is geen getal van 0 tot een jaar.',
  'There is no switch {0}.': 'De instelling {0} bestaat niet.',
  '{0} is one of {1}, not {2}.': '{0} is een van {1}, niet {2}.',
  'seed is a whole number.': 'seed is een geheel getal.',
  'stepFaults is a list.': 'stepFaults is een lijst.',
  'actionsUrl: {0}': 'actionsUrl: {0}',
  'actionsUrl is a web address of this machine or null.': 'actionsUrl is een webadres van deze computer of null.',
  'A step fault is {step, how: "lostAnswer" or "failsBefore", times: 1 or more}.':
    'Een fout van een stap is {step, how: "lostAnswer" of "failsBefore", times: 1 of meer}.',
};
