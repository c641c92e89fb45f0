/** What is wrong with a condition, with Liquid, or with the data that a step asks for. */
export const READING: Readonly<Record<string, string>> = {
  'The condition can’t be read.': 'De voorwaarde is niet te lezen.',
  'The condition holds Liquid; conditions have none.': 'In de voorwaarde staat Liquid; dat kan daar niet.',
  'The condition can’t be read from “{0}” on.': 'De voorwaarde is vanaf ‘{0}’ niet te lezen.',
  'The condition is nested too deep.': 'De voorwaarde is te diep genest.',
  'The condition mixes && and || on one level: add brackets.':
    'De voorwaarde gebruikt && en || door elkaar: zet er haakjes bij.',
  'The condition goes on after its end, at “{0}”.': 'De voorwaarde gaat na het einde nog door, bij ‘{0}’.',
  'an operator': 'een operator',
  'a value': 'een waarde',
  'a path': 'een pad',
  '“{0}”': '‘{0}’',
  '“{0}” is no name for the items of a list.': '‘{0}’ is geen naam voor de onderdelen van een lijst.',
  '"{0}" is no name for the items of a list.': '"{0}" is geen naam voor de onderdelen van een lijst.',
  'The condition compares with “{0}”, which Flow doesn’t know.':
    'De voorwaarde vergelijkt met ‘{0}’, en dat kent Flow niet.',
  'The condition compares with "{0}", which Flow doesn’t know.':
    'De voorwaarde vergelijkt met "{0}", en dat kent Flow niet.',
  '“{0}” in the condition is no value.': '‘{0}’ in de voorwaarde is geen waarde.',
  '“{0}” in the condition is no path.': '‘{0}’ in de voorwaarde is geen pad.',
  '"{0}" in the condition is no path.': '"{0}" in de voorwaarde is geen pad.',
  'The condition has “{0}” where “{1}” belongs.': 'In de voorwaarde staat ‘{0}’ waar ‘{1}’ hoort.',
  'The condition ends where {0} belongs.': 'De voorwaarde houdt op waar {0} hoort te staan.',
  'The condition’s tree is no JSON: {0}': 'De voorwaarde is geen JSON: {0}',
  'A part of the condition’s tree is no object.': 'Een deel van de voorwaarde is geen object.',
  'The condition’s tree holds an unknown part, "{0}".': 'In de voorwaarde staat een onbekend deel, "{0}".',
  '"{0}" joins no conditions: AND and OR do.': '"{0}" verbindt geen voorwaarden: AND en OR wel.',
  'The left side of a comparison is no value of the workflow.':
    'Links in een vergelijking staat geen waarde van de workflow.',
  'The right side of a comparison is no value of the workflow.':
    'Rechts in een vergelijking staat geen waarde van de workflow.',
  'The list side of a comparison is no value of the workflow.':
    'De lijst in een vergelijking is geen waarde van de workflow.',
  'A comparison of the condition has no right side.': 'In een vergelijking van de voorwaarde staat rechts niets.',
  'The condition goes over a list with "{0}": ANY, ALL and NONE do that.':
    'De voorwaarde gaat met "{0}" door een lijst: dat kunnen alleen ANY, ALL en NONE.',

  'Flow’s Liquid puts out single values only, and this is {0}.':
    'De Liquid van Flow toont alleen losse waarden, en dit is {0}.',
  'a list': 'een lijst',
  'an object': 'een object',
  'The lab’s Liquid lacks the filter “{0}”, which Flow has.':
    'De Liquid van het lab mist het filter ‘{0}’, dat Flow wel heeft.',
  'Flow’s Liquid has no filter “{0}”.': 'De Liquid van Flow heeft geen filter ‘{0}’.',
  'Flow’s Liquid has no tag “{0}” here.': 'De Liquid van Flow heeft hier geen tag ‘{0}’.',
  'Flow’s Liquid has no .{0}: {1}.': 'De Liquid van Flow heeft geen .{0}: {1}.',
  'use a for loop': 'gebruik een for-lus',
  'write list.id | size': 'schrijf list.id | size',
  'Flow’s Liquid takes no filters in a comparison (“{0}”): assign first.':
    'In een vergelijking neemt de Liquid van Flow geen filters aan (‘{0}’): gebruik eerst assign.',
  'Flow’s Liquid takes no index in square brackets: use a for loop.':
    'De Liquid van Flow neemt geen index tussen vierkante haken aan: gebruik een for-lus.',
  '{0}: lists are plain in Flow, without {1}.': '{0}: lijsten in Flow zijn gewone lijsten, zonder {1}.',
  'The Liquid can’t be read: {0}': 'De Liquid is niet te lezen: {0}',
  'The Liquid can’t be filled in: {0}': 'De Liquid is niet in te vullen: {0}',
  'it needs too much memory and was stopped.': 'het kostte te veel geheugen en is gestopt.',
  'it took too long and was stopped.': 'het duurde te lang en is gestopt.',
  'date_plus and date_minus take a date and a text like "6 months", not "{0}".':
    'date_plus en date_minus verwachten een datum en een tekst als "6 months", niet "{0}".',

  'The input query can’t be read.': 'De invoerquery is niet te lezen.',
  'The input query can’t be read: {0}': 'De invoerquery is niet te lezen: {0}',
  'The input query has to be one query, without fragments beside it.':
    'De invoerquery moet één query zijn, zonder losse fragmenten ernaast.',
  'The input query can only read.': 'De invoerquery kan alleen lezen.',
  'The input query takes no variables.': 'De invoerquery neemt geen variabelen aan.',
  'The input query takes no named fragments.': 'De invoerquery neemt geen fragmenten met een naam aan.',
  'The input query gives arguments to {0}; Flow’s environment takes none. Register an alias in patched_fields.':
    'De invoerquery geeft argumenten aan {0}; de omgeving van Flow neemt die niet aan. Geef het veld een eigen naam in patched_fields.',
  'The input query asks for {0}; lists are plain in Flow’s environment.':
    'De invoerquery vraagt om {0}; in de omgeving van Flow zijn lijsten gewone lijsten.',
  '__proto__ is no field.': '__proto__ is geen veld.',
  'The part of the Admin API that the lab has knows no {0}.':
    'Het deel van de Admin API dat het lab heeft, kent geen {0}.',
  'Flow’s version of the Admin API, as far as the lab has it, reads no single {0}.':
    'De Admin API-versie van Flow leest, voor zover het lab die heeft, geen losse {0}.',
  '{0}: there is no {1} in the part of the Admin API that the lab has.':
    '{0}: er is geen {1} in het deel van de Admin API dat het lab heeft.',
  '{0}: {1} has no {2} in the part of the Admin API that the lab has.':
    '{0}: {1} heeft geen {2} in het deel van de Admin API dat het lab heeft.',
  'patched_fields: {0}.{1} takes no argument {2}.': 'patched_fields: {0}.{1} neemt geen argument {2} aan.',
  '{0} needs the argument {1}: give it a name of its own in patched_fields.':
    '{0} heeft het argument {1} nodig: geef het veld een eigen naam in patched_fields.',
  '{0}.{1}: {2} is a single value.': '{0}.{1}: {2} is een losse waarde.',
};
