import type {Words} from './words.ts';

/** The same in Dutch. */
export const NL: Words = {
  notPost: 'Hier worden alleen POST-verzoeken beantwoord.',
  notJson: 'Hier wordt alleen JSON (application/json) gelezen.',
  bodyTooLarge: 'Het verzoek is groter dan {{limit}} bytes.',
  notSigned:
    'Het verzoek is niet ondertekend met het secret van deze app. Vergelijk SHOPIFY_CLIENT_SECRET met de instellingen van de app.',
  otherShop:
    'Deze functie werkt voor een andere winkel. Vergelijk SHOPIFY_SHOP met de winkel waarin de workflow draait.',
  malformed: '‘{{field}}’ van het verzoek is niet te lezen.',
  unknownAction: 'Deze functie kent de actie ‘{{handle}}’ niet. Deploy app en functie van dezelfde versie.',
  noToken:
    'Shopify geeft deze functie geen toegang (status {{status}}). Is de app geïnstalleerd, klopt het secret, en staan app en winkel in één organisatie?',
  unexpected: 'Er gebeurde iets onverwachts in de functie. Bekijk de bestelling voordat je het opnieuw probeert.',

  inputMissing: '‘{{field}}’ ontbreekt. {{fix}}',
  input: '‘{{field}}’: ‘{{value}}’ kan hier niet. {{fix}}',
  fixUnknown: 'Deploy app en functie van dezelfde versie.',
  fixOrder: 'Kies de bestelling waar de workflow over gaat.',
  fixAmount: 'Schrijf een bedrag met een punt, bijvoorbeeld 7.45.',
  fixText: 'Schrijf een tekst.',
  fixYesNo: 'Kies true of false.',
  fixChoices: 'Schrijf één keuze per regel, bijvoorbeeld returnLabel=7.45.',
  fixRecipeMissing: 'Schrijf de handle van een recept, zoals die in de app staat, bijvoorbeeld full-refund.',
  fixConsent: 'Schrijf hoe de klant akkoord ging met winkeltegoed, bijvoorbeeld e-mail.',
  fixOther: 'Controleer dit veld in de workflow.',
  fixGround: 'Schrijf withdrawal, defect, policy of goodwill.',
  fixRecipe: 'Schrijf de handle van een recept, zoals die in de app staat: {{handles}}.',
  fixBonusRecipe: 'Schrijf de handle van een recept dat een bonus geeft.',

  orderGone:
    'De bestelling is niet te vinden. Voor bestellingen ouder dan 60 dagen is de toestemming read_all_orders nodig.',
  orderRestless:
    'De bestelling veranderde steeds terwijl ze gelezen werd. Er is niets gebeurd; Flow probeert het opnieuw.',
  recipeOff: 'Het recept ‘{{recipe}}’ staat uit of is niet te lezen. Er is niets gebeurd.',
  giftCard:
    'Dit recept zou een cadeaubon geven, waarvan alleen een mens de code één keer te zien krijgt. Er is niets gebeurd: laat iemand het vanuit de bestelling terugbetalen.',
  claimProblem:
    'De notitie van een eerdere terugbetaling op deze bestelling is niet te vertrouwen ({{problem}}). Er is niets gebeurd: iemand moet naar de bestelling kijken.',
  otherUnfinished:
    'Een eerdere terugbetaling op deze bestelling is niet afgemaakt. Er is niets gebeurd: iemand moet die eerst op de bestelling afmaken.',
  otherOpen: 'Iemand is deze bestelling nu aan het terugbetalen. Er is niets gebeurd; Flow probeert het opnieuw.',
  otherRecipe: 'Deze run heeft op deze bestelling al het recept ‘{{recipe}}’ uitgevoerd.',
  shopifyUnreachable: 'Shopify is niet bereikbaar. Er is niets gebeurd; Flow probeert het opnieuw.',
  shopifyBusy: 'Shopify is druk. Er is niets gebeurd; Flow probeert het opnieuw.',
  accessDenied: 'De app mag dit niet (‘{{access}}’). Er is niets gebeurd.',
  orderTooLarge: 'Deze bestelling is te groot om in één keer te lezen. Er is niets gebeurd.',
  shopifyRefuses: 'Shopify weigert dit (‘{{message}}’). Er is niets gebeurd.',
  settingsUnreadable: 'De grenzen in de instellingen van de app zijn niet te lezen. Er is niets gebeurd.',
  requestFailed:
    'Het gaat boven de grenzen van de winkel, en de aanvraag ervoor kon niet worden geschreven ({{problem}}). Er is niets gebeurd.',
  planFailed: 'De terugbetaling kan niet worden uitgevoerd ({{problem}}). Er is niets gebeurd.',

  stopNothingToRefund: 'Met deze keuzes is er niets om terug te betalen.',
  stopNothingPaid: 'Er is niets over van wat de klant betaalde, dus er is geen geld om terug te geven.',
  stopItemsOnOpenReturn:
    'Een deel van deze artikelen staat op een open retour: verwerk die eerst. Er is niets gebeurd.',
  stopItemsAlreadyRefunded: 'Er zijn minder stuks over dan gevraagd. Er is niets gebeurd.',
  stopAmountMissing: 'Dit recept vraagt een bedrag dat niet is ingevuld: {{kind}}.',
  stopConsentNeeded:
    'Dit komt de klant toe als geld. Vul in hoe de klant akkoord ging met winkeltegoed, of gebruik een recept dat op de betaling terugbetaalt.',
  stopFiguresDiffer:
    'Shopify berekent een ander bedrag dan wij. Er is niets gebeurd: laat iemand het vanuit de bestelling terugbetalen.',

  working: 'Er wordt nog aan gewerkt. Flow vraagt het opnieuw.',
  interrupted: 'De terugbetaling werd onderbroken ({{problem}}). Flow vraagt het opnieuw en dan gaat ze verder.',
  personNeeded:
    'Een deel van de terugbetaling is niet gedaan ({{problem}}). Ze gaat niet vanzelf verder: open de bestelling, kijk, en maak haar daar af.',
  personUncertain:
    'Het is niet zeker of een deel van de terugbetaling is aangekomen; dat wordt dus niet vanzelf herhaald. Open de bestelling, kijk, en maak haar daar af.',
  personRefused:
    'Shopify weigerde een deel van de terugbetaling (‘{{message}}’). Wat gedaan is, blijft gedaan. Open de bestelling en maak haar daar af.',
  forgotten:
    'Dit is al eens uitgevoerd, maar de bedragen staan niet meer bij de bestelling. Er is niets meer gebeurd: bekijk de bestelling.',

  done: 'Terugbetaald: {{total}}.',
  doneOwed: 'Terugbetaald: {{total}}, waarvan {{owed}} nog buiten Shopify betaald moet worden.',
  doneOnItsWay: 'Terugbetaald: {{total}}, waarvan een deel nog onderweg is.',
  alreadyDone:
    'Een andere run van deze actie heeft dit al terugbetaald: {{total}}. Er is nu niets gebeurd. Moet het met opzet nog een keer, geef ‘Again’ dan een andere tekst.',
  alreadyDoneOwed:
    'Een andere run van deze actie heeft dit al terugbetaald: {{total}}, waarvan {{owed}} nog buiten Shopify betaald moet worden. Er is nu niets gebeurd. Moet het met opzet nog een keer, geef ‘Again’ dan een andere tekst.',
  dryRun: 'Proefrun: {{total}} zou worden terugbetaald. Er is niets gebeurd.',
  dryRunApproval:
    'Proefrun: voor {{total}} zou goedkeuring nodig zijn, want het gaat boven de grenzen van de winkel. Er is niets gebeurd.',
  waiting:
    'Er is niets gebeurd: het gaat boven de grenzen van de winkel en wacht op de bestelling tot iemand het goedkeurt.',
  declined: 'Er is niets gebeurd: de aanvraag ervoor is afgewezen of verlopen.',
  requestReason: 'Een workflow vroeg erom met de actie ‘{{action}}’.',
};
