/** What a step did, and why it could not. */
export const STEPS: Readonly<Record<string, string>> = {
  'It holds.': 'Klopt.',
  'It doesn’t hold.': 'Klopt niet.',
  'Went through 1 item.': 'Eén onderdeel doorlopen.',
  'Went through {0} items.': '{0} onderdelen doorlopen.',
  'The list has {0} items; For each takes at most {1}.':
    'De lijst heeft {0} onderdelen; For each kan er hooguit {1} aan.',
  '{0} is no list here.': '{0} is hier geen lijst.',
  '{0}: {1} is empty here.': '{0}: {1} is hier leeg.',
  'Waited {0}.': 'Gewacht: {0}.',
  '“{0}” is no duration.': '‘{0}’ is geen tijdsduur.',
  'Counted {0}.': 'Geteld: {0}.',
  'Summed up {0}.': 'Opgeteld: {0}.',
  'Sum adds numbers only.': 'Sum telt alleen getallen op.',

  'Found 1 order.': '1 bestelling gevonden.',
  'Found {0} orders.': '{0} bestellingen gevonden.',
  '“{0}” orders can’t be fetched.': '‘{0}’ bestellingen ophalen kan niet.',
  'Added the tag {0}.': 'Tag {0} toegevoegd.',
  'Added the tags {0}.': 'Tags {0} toegevoegd.',
  'Removed the tag {0}.': 'Tag {0} weggehaald.',
  'Removed the tags {0}.': 'Tags {0} weggehaald.',
  'The tags are no JSON list: {0}': 'De tags zijn geen JSON-lijst: {0}',
  'Wrote the metafield {0}.{1}.': 'Metaveld {0}.{1} geschreven.',
  'Removed the metafield {0}.{1}.': 'Metaveld {0}.{1} weggehaald.',
  'Wrote the order’s note.': 'Notitie van de bestelling geschreven.',

  'Sent {0}{1}.': '{0} verstuurd{1}.',
  '{0} refused: {1}': '{0} geweigerd: {1}',
  '{0} refused: {1}. The run goes on.': '{0} geweigerd: {1}. De run gaat door.',
  'The variables of {0} are no JSON once Liquid is filled in, perhaps because a text holds a quote or a newline: {1}':
    'De variabelen van {0} zijn geen JSON zodra de Liquid is ingevuld, misschien doordat in een tekst een aanhalingsteken of een nieuwe regel staat: {1}',
  'The variables of {0} are no JSON object.': 'De variabelen van {0} zijn geen JSON-object.',
  '{0} takes no argument {1}; it takes {2}.': '{0} neemt geen argument {1} aan, wel {2}.',
  '{0} needs the argument {1}.': '{0} heeft het argument {1} nodig.',
  '{0} is a query; Send Admin API request sends mutations only.':
    '{0} is een query; Send Admin API request verstuurt alleen mutaties.',
  'The lab has no mutation {0} in Flow’s version of the Admin API.':
    'Het lab heeft geen mutatie {0} in de Admin API-versie van Flow.',
  '{0} has no payload.': '{0} geeft niets terug.',
  '{0} ends in a job; Flow’s documentation says that such mutations aren’t supported.':
    '{0} eindigt in een achtergrondtaak; volgens de documentatie van Flow worden zulke mutaties niet ondersteund.',
  'The connection was lost.': 'De verbinding viel weg.',
  'Shopify answered {0}.': 'Shopify antwoordde {0}.',
  'The answer held no data.': 'In het antwoord stonden geen gegevens.',

  'Mailed {0}: “{1}”.': 'Gemaild naar {0}: ‘{1}’.',
  'The mail has no address.': 'De mail heeft geen adres.',
  'Sent {0} {1}: {2}.': '{0} {1} verstuurd: {2}.',
  '{0} answered {1}.': '{0} antwoordde {1}.',
  'No answer from {0}: {1}': 'Geen antwoord van {0}: {1}',
  '“{0}” is no web address.': '‘{0}’ is geen webadres.',
  'The lab sends requests to this machine only, not to {0}.':
    'Het lab stuurt verzoeken alleen naar deze computer, niet naar {0}.',
  'The headers are no JSON list of pairs.': 'De headers zijn geen JSON-lijst van paren.',
};
