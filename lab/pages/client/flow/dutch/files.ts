/** What is wrong with a `.flow` file, or keeps its workflow from being switched on. */
export const FILES: Readonly<Record<string, string>> = {
  'The file is longer than {0} characters.': 'Het bestand is langer dan {0} tekens.',
  'This is no .flow file: it does not begin with 64 hex digits and a colon. Export it from Flow again.':
    'Dit is geen .flow-bestand: het begint niet met 64 hexadecimale cijfers en een dubbele punt. Exporteer het opnieuw uit Flow.',
  'The file was changed after its export: it says {0}…, its content gives {1}…. Export or build it again.':
    'Het bestand is na de export veranderd: er staat {0}…, maar de inhoud geeft {1}…. Exporteer of bouw het opnieuw.',
  'The file holds no JSON after its checksum: {0}': 'Na de controlesom staat geen JSON in het bestand: {0}',
  'the file': 'het bestand',
  'The workflow has more than {0} steps.': 'De workflow heeft meer dan {0} stappen.',
  'The workflow has more than {0} links.': 'De workflow heeft meer dan {0} verbindingen.',
  '{0} sets {1} a second time.': '{0} stelt {1} een tweede keer in.',
  '{0}.to_port_id is "{1}"; every link ends at "input".':
    '{0}.to_port_id is "{1}"; elke verbinding eindigt bij "input".',
  '{0}.arguments is no JSON: {1}': '{0}.arguments is geen JSON: {1}',
  '{0} is no JSON object.': '{0} is geen JSON-object.',
  '{0}.{1} is missing or no text.': '{0}.{1} ontbreekt of is geen tekst.',
  '{0}.{1} is no text.': '{0}.{1} is geen tekst.',

  'A link starts at {0}, but there is no such step.': 'Een verbinding begint bij {0}, maar die stap is er niet.',
  'A link leads to {0}, but there is no such step.': 'Een verbinding leidt naar {0}, maar die stap is er niet.',
  'A link leaves {0} by the port {1}, which Flow doesn’t have.':
    'Een verbinding verlaat {0} via de uitgang {1}, die Flow niet heeft.',
  'A link leads back to the trigger.': 'Een verbinding leidt terug naar de trigger.',
  'The links of the steps go round in a circle.': 'De verbindingen tussen de stappen lopen in een kring.',
  'A step stands both inside a loop and after it.': 'Een stap staat zowel binnen een lus als erna.',
  'Two steps have the same step_id.': 'Twee stappen hebben dezelfde step_id.',
  'A workflow has one trigger; this one has {0}.': 'Een workflow heeft één trigger; deze heeft er {0}.',
  'Nothing is known of the trigger {0}.': 'De trigger {0} is hier onbekend.',
  'The lab’s Flow doesn’t know the step {0}.': 'De Flow van het lab kent de stap {0} niet.',
  'Two steps are read as {0}.': 'Twee stappen worden gelezen als {0}.',
  'The Waits of a workflow take at most 90 days together.':
    'De wachtstappen van een workflow duren samen hooguit 90 dagen.',
  'Nothing leads to “{0}”.': 'Naar ‘{0}’ leidt geen enkele stap.',

  '“{0}”: {1}': '‘{0}’: {1}',
  '“{0}”: {1} is empty.': '‘{0}’: {1} is leeg.',
  '“{0}”: Flow has no {1} inside a For each.': '‘{0}’: binnen een For each heeft Flow geen {1}.',
  '“{0}”: “{1}” is no duration.': '‘{0}’: ‘{1}’ is geen tijdsduur.',
  '“{0}”: {1} has no port {2}.': '‘{0}’: {1} heeft geen uitgang {2}.',
  '“{0}” reads {1}, which doesn’t exist there.': '‘{0}’ leest {1}, maar dat bestaat daar niet.',
  '{0} has no field {1}.': '{0} heeft geen veld {1}.',
  '{0} is empty.': '{0} is leeg.',
  '“{0}” is no path.': '‘{0}’ is geen pad.',
  '“{0}” is neither a path nor JSON.': '‘{0}’ is geen pad en ook geen JSON.',
  'api_call is no JSON: {0}': 'api_call is geen JSON: {0}',
  'api_call names no mutation.': 'api_call noemt geen mutatie.',
  'api_call’s blob is no text.': 'De blob van api_call is geen tekst.',

  'The recurrence is no JSON list: {0}': 'De herhaling is geen JSON-lijst: {0}',
  'The recurrence has no DTSTART and RRULE.': 'In de herhaling ontbreken DTSTART en RRULE.',
  'The recurrence has no rule: {0}': 'In de herhaling staat geen regel: {0}',
  'The lab’s schedule doesn’t know {0}.': 'Het schema van het lab kent {0} niet.',
  'Flow’s schedules run every 10 minutes at most.': 'Schema’s van Flow draaien hooguit elke 10 minuten.',
  'Flow’s schedules run once a year at least.': 'Schema’s van Flow draaien minstens één keer per jaar.',
  '{0} is no time.': '{0} is geen tijdstip.',
  '“{0}” is no time zone.': '‘{0}’ is geen tijdzone.',
};
