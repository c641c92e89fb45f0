/**
 * The entry for Cloudflare Workers, and for any host that calls `fetch(request, bindings, context)`. Its settings are the
 * bindings of the same names as on Node (config.ts); its log is the host's.
 */
import {ConfigError, configFrom} from './config.ts';
import {createEndpoint} from './handler.ts';
import {webHost} from './host.ts';
import type {Visit} from './host.ts';
import {logTo} from './log.ts';
import {siteOf} from './site.ts';

type Site = ReturnType<typeof siteOf>;
type Bindings = Readonly<Record<string, unknown>>;

/** One for each instance of the function, so that its token is kept between calls. */
let made: {readonly bindings: Bindings; readonly site: Site} | null = null;

export default {
  async fetch(request: Request, bindings: Bindings, context: Visit): Promise<Response> {
    try {
      if (made?.bindings !== bindings) made = {bindings, site: siteOn(bindings)};
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      // The names of what is missing are for whoever runs the function.
      // oxlint-disable-next-line no-console -- the host's log is the console
      for (const problem of error.problems) console.error(problem);
      return Response.json(
        {code: 'notSetUp', message: 'This function is not set up yet: its log says why.'},
        {status: 500},
      );
    }
    return made.site(request, {waitUntil: (work) => context.waitUntil?.(work)});
  },
};

function siteOn(bindings: Bindings): Site {
  // oxlint-disable-next-line no-console -- the host's log is the console
  const log = logTo((line) => console.log(line));
  return siteOf(createEndpoint(configFrom(bindings), webHost(), log));
}
