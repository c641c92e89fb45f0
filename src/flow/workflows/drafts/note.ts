/** What each draft says before it is imported. */
export const DRAFT = {
  en: 'A draft: Flow imports it once the ids of its steps are known (npm run -s flow -- learn).',
  nl: 'Een concept: Flow importeert hem zodra de id’s van zijn stappen bekend zijn (npm run -s flow -- learn).',
};
