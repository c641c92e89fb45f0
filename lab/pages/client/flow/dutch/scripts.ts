/** Why a Run code step, or a custom action's answer, failed. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  'Ran the script.': 'Script gedraaid.',
  'The script returned no object.': 'Het script gaf geen object terug.',
  'The script threw null; perhaps it ran out of memory.':
    'Het script stopte met de fout null; misschien was het geheugen op.',
  'The script has no default export that is a function: begin with “export default function main(input)”.':
    'Het script heeft geen default export die een functie is: begin met ‘export default function main(input)’.',
  'The script is nested too deep and was stopped.': 'Het script is te diep genest en is gestopt.',
  'The script calls itself too deep and was stopped.': 'Het script roept zichzelf te vaak aan en is gestopt.',
  'The script ran too long and was stopped.': 'Het script duurde te lang en is gestopt.',
  'The script needs too much memory and was stopped.': 'Het script kostte te veel geheugen en is gestopt.',

  'Run code has no promises. Return the result itself, without async and await.':
    'Run code heeft geen promises. Geef het resultaat zelf terug, zonder async en await.',
  'Run code has no promises (queueMicrotask). Return the result itself, without async and await.':
    'Run code heeft geen promises (queueMicrotask). Geef het resultaat zelf terug, zonder async en await.',
  'Run code has no imports ({0}). Put everything into the one script.':
    'Run code heeft geen imports ({0}). Zet alles in dat ene script.',
  'Run code has no clock. Take the time from the input, for example the trigger’s scheduledAt.':
    'Run code heeft geen klok. Haal de tijd uit de invoer, bijvoorbeeld uit scheduledAt van de trigger.',
  'Run code has no chance (Math.random). Take what differs from the input, for example an id.':
    'Run code heeft geen toeval (Math.random). Gebruik iets uit de invoer dat steeds anders is, bijvoorbeeld een id.',
  'Run code has no timers ({0}). Put a Wait step into the workflow.':
    'Run code heeft geen timers ({0}). Zet een Wait-stap in de workflow.',
  'Run code has no requests ({0}). Read data in the input query and send requests with a step of their own.':
    'Run code doet geen verzoeken ({0}). Lees gegevens in de invoerquery en verstuur verzoeken met een eigen stap.',
  'Run code has no console.{0}. Use console.log.': 'Run code heeft geen console.{0}. Gebruik console.log.',

  'The output schema can’t be used: {0}': 'Het uitvoerschema is niet te gebruiken: {0}',
  'There is no object type named Output.': 'Er is geen objecttype met de naam Output.',
  'The scalar {0} is not known here: use String, Int, Float, Boolean or ID.':
    'De scalar {0} is hier onbekend: gebruik String, Int, Float, Boolean of ID.',
  'The output is too long: {0} characters, at most {1}.': 'De uitvoer is te lang: {0} tekens, hooguit {1}.',
  'The output doesn’t match the output schema: {0}': 'De uitvoer past niet bij het uitvoerschema: {0}',
  '{0} is missing.': '{0} ontbreekt.',
  '{0}… is nested too deep: {1} levels at most.': '{0}… is te diep genest: hooguit {1} niveaus.',
  '{0} is no list.': '{0} is geen lijst.',
  '{0} is none of {1}.': '{0} is niet een van {1}.',
  '{0} is no {1}.': '{0} is geen {1}.',
  '{0} is no object.': '{0} is geen object.',
  '{0}.{1} is not in the output schema.': '{0}.{1} staat niet in het uitvoerschema.',

  'Nobody answers this action: its function isn’t running, or the lab doesn’t know its address.':
    'Niemand beantwoordt deze actie: de functie draait niet, of het lab kent het adres niet.',
  'No answer within {0} seconds: {1}': 'Geen antwoord binnen {0} seconden: {1}',
  'Accepted; Flow asks again for the result.': 'Aangenomen; Flow vraagt later opnieuw naar het resultaat.',
  'The function is busy.': 'De functie heeft het te druk.',
  'The function answered {0}: {1}': 'De functie antwoordde {0}: {1}',
  'The function’s answer is too long.': 'Het antwoord van de functie is te lang.',
  'The function’s answer is no JSON: {0}': 'Het antwoord van de functie is geen JSON: {0}',
  'The function’s answer has no return_value.': 'In het antwoord van de functie staat geen return_value.',
  'The action’s schema has no type {0}.': 'Het schema van de actie heeft geen type {0}.',
  'The function’s answer doesn’t match {0}: {1}': 'Het antwoord van de functie past niet bij {0}: {1}',
  '“{0}” answered.': '‘{0}’ heeft geantwoord.',
};
